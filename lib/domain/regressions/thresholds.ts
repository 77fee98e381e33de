/**
 * The numbers of the rules (research on regression rules, default configuration). Differences and shares are
 * proportions. Who changes one raises GATE_RULE_VERSION.
 */
export const GATE_THRESHOLDS = {
  /** A cell without a board is red at this mid-p instead of a q. */
  alphaCell: 0.01,
  qRed: 0.05,
  qAmber: 0.2,
  /** Mid-p of a suspect, and of a red that the gate over all clusters supports. */
  alphaAmber: 0.05,
  minFail: 2,
  minDifference: 0.1,
  extremeDifference: 0.3,
  /** Cells that cannot reach this p only dilute the correction. */
  tarone: 0.01,
  baselineMin: 30,
  /** An open regression stays red while mid-p and difference are at least so far out. */
  openAlpha: 0.02,
  openDifference: 0.08,
  flakeMin: 3,
  flakeDifference: 0.15,
  /** Without a baseline: so many runs, and shares that must pass. */
  newMin: 6,
  newAmber: 0.95,
  newRed: 0.9,
  /** A round in which so many gates, and this share of them, fail, failed as a whole. */
  massGates: 5,
  massShare: 0.15,
  /** With a greater share of quarantined runs a cell says nothing. */
  quarantineCap: 0.2,
  /** So many rounds that failed as a whole are red without statistics. */
  integrityRed: 2,
} as const;

/** Reds of gates that turned out false when the rule was simulated on scenarios it was not made on: 6 to 11 %. */
export const EXPECTED_FALSE_SHARE = 0.1;

export const SIGNAL_THRESHOLDS = {
  qRed: 0.05,
  qAmber: 0.2,
  /** Sparse counts that cannot reach this p only dilute the correction. */
  tarone: 0.01,
  /** So clear that one look suffices. */
  qAtOnce: 0.001,
  looksInRow: 2,
  /** The signed-rank test contradicts from here on. */
  confirmContradicts: 0.05,
  /** CLEAN where the data rule out a ratio of this and more. */
  cleanRatio: 1.25,
  /** An open regression stays red while p is at most this. */
  openAlpha: 0.02,
  /** More cells than this are corrected in two levels: signals first, then their cells. */
  twoLevelsFrom: 2000,
} as const;

/** What a tier asks to be ruled out before a gate counts as no worse: canary waves 20 points, broad ones 10. */
export const CLEAN_MARGIN = { gating: 0.2, canary: 0.2, production: 0.1 } as const;

/** Differences are quotients of counts: 3/10 - 4/20 is 10 points, whatever doubles make of it. */
const TOLERANCE = 1e-9;

export function reaches(value: number, threshold: number): boolean {
  return value >= threshold - TOLERANCE;
}
