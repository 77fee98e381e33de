export const BASELINE = "1.19.6";
export const CANDIDATE = "1.20.0-pre.3";

/** In the order in which they are made known: a baseline before its candidate. */
export const RELEASES = [
  { version: BASELINE, body: { tracked: true } },
  { version: CANDIDATE, body: { baseline: BASELINE, tracked: true } },
] as const;
