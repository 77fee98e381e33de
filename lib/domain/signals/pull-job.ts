/** The names of the jobs: the first looks what is due, the second pulls the hours of one cluster. */
export const SCHEDULE_PULLS_TASK = "schedule-pulls";
export const PULL_SOURCE_TASK = "pull-source";
