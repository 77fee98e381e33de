/** A stretch of time, usually an hour: x events in `exposure` units (flows, requests, node-hours). */
export interface Block {
  x: number;
  exposure: number;
  /** Its beginning: tells which blocks follow one another. Without it, the order given does. */
  at?: Date;
  /** Whose block it is, where a test spans several clusters: only blocks of one series follow one another. */
  series?: string;
}

/** Blocks that compare with one another: the same hour of day, the same cluster. */
export interface BlockStratum {
  candidate: readonly Block[];
  baseline: readonly Block[];
}
