/** The job that judges what the outbox asks for: the name that the database and the worker share. */
export const DRAIN_OUTBOX_TASK = "drain-outbox";
