/** Outcomes whose probabilities differ by less count as equal, as in R's fisher.test and SciPy (gh-4130). */
export const TIE_TOLERANCE = 1e-7;

/** A distribution on whole numbers that rises to its mode and falls after it. */
export interface Unimodal {
  low: number;
  high: number;
  mode: number;
  logPmf: (x: number) => number;
  upper: (x: number) => number;
  lower: (x: number) => number;
}

/** The last number, going from `from` (where `holds` is true) towards `to`, for which `holds` is true. */
function lastThatHolds(from: number, to: number, holds: (x: number) => boolean): number {
  if (holds(to)) return to;
  let [good, bad] = [from, to];
  while (Math.abs(good - bad) > 1) {
    const middle = Math.trunc((good + bad) / 2);
    if (holds(middle)) good = middle;
    else bad = middle;
  }
  return good;
}

/**
 * The probability of all outcomes at most as probable as the observed one. Both tails are summed as tails; where the
 * other one begins is found by bisection, so that a million possible outcomes cost no more than a hundred.
 */
export function twoSidedTail(distribution: Unimodal, observed: number): number {
  const { low, high, mode, logPmf, upper, lower } = distribution;
  const bound = logPmf(observed) + TIE_TOLERANCE;
  if (logPmf(mode) <= bound) return 1;
  const asRare = (x: number): boolean => logPmf(x) <= bound;
  const own = observed > mode ? upper(observed) : lower(observed);
  const end = observed > mode ? low : high;
  if (!asRare(end)) return own;
  const start = lastThatHolds(end, mode, asRare);
  return Math.min(1, own + (observed > mode ? lower(start) : upper(start)));
}
