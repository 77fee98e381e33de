/**
 * Counts the changes of the rules that judge signals: a board, a replay and a card say by which they were made. Who
 * changes a number below or a rule beside it raises this.
 */
export const SIGNAL_RULES_VERSION = "signals-1";

export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;

/** The numbers of the rules; the least effects and volumes of each signal are in the catalogue. */
export const SIGNAL_RULES = {
  /** Hours of candidate data at which it is judged; after the last one again each day. */
  looks: [1, 6, 24, 72],
  lookEvery: 24,
  /** A candidate that fell silent for longer is stale. */
  staleAfterHours: 2,
  /** Less of the hours observed says nothing about the whole. */
  leastCoverage: 0.9,
  /** More of Hubble's events lost, and its counters are no measure of the traffic. */
  mostLost: 0.01,
  /** The least exposure of the candidate, as a share of the baseline's in the same hours. */
  leastExposureShare: 0.3,
  /** The baseline must have seen each day of the week. */
  baselineDays: 7,
  baselineHours: 84,
  /** Fewer baseline events are too sparse for a model. */
  sparseBelow: 10,
  sparseAlpha: 0.01,
  /** Not one burst: so many events, in so many hours or on so many nodes. */
  guardEvents: 3,
  guardPlaces: 2,
  /** A single cell may be red from here on; the board corrects for how many were tested. */
  alpha: 0.05,
  /** About what q <= 0.05 asks of one cell among hundreds: the level of detectable ratios and of the replay. */
  boardLevel: 0.001,
  /** The second test may weaken the first above this. */
  confirmAlpha: 0.05,
  /** With fewer hours or pairs a signed-rank test cannot say anything at 5 %. */
  leastPairs: 5,
  burstShare: 0.5,
  /** CLEAN where the ratio is proven to be below. */
  cleanRatio: 1.25,
  controlRatio: 1.1,
  controlAlpha: 0.01,
  /** An absolute limit holds when it is passed in so many finished hours on end, within the newest day. */
  sustainedHours: 2,
  guardrailHours: 24,
} as const;
