/** The job that judges the cells the outbox asks for: the name that the database and the worker share. */
export const JUDGE_CELLS_TASK = "judge-cells";
