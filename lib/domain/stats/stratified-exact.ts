import { logSumDistribution, requireStrata, type Stratum, type SumDistribution, sumDistribution } from "./stratum";
import { TIE_TOLERANCE } from "./two-sided";

export interface StratifiedResult {
  /** The candidate's failures over all strata. */
  statistic: number;
  pGreater: number;
  /** One-sided mid-p for "the candidate fails more". */
  pMidP: number;
  pTwoSided: number;
}

/** Below this the plain convolution loses digits. */
const FAINTEST = 1e-290;
/** Above this a sum of exponentials overflows. */
const HIGHEST_LOG = 680;

function tails({ low, masses }: SumDistribution, statistic: number): Omit<StratifiedResult, "statistic"> {
  const at = statistic - low;
  const observed = masses[at] ?? 0;
  const bound = observed * (1 + TIE_TOLERANCE);
  let above = 0;
  let below = 0;
  let asRare = 0;
  // From both ends inwards, so that small numbers are added to small ones.
  for (let i = masses.length - 1; i > at; i -= 1) {
    const mass = masses[i] ?? 0;
    above += mass;
    if (mass <= bound) asRare += mass;
  }
  for (let i = 0; i < at; i += 1) {
    const mass = masses[i] ?? 0;
    below += mass;
    if (mass <= bound) asRare += mass;
  }
  // The tail itself where it is small; else the rest of the other one.
  const greater = above <= below ? above + observed : 1 - below;
  const possible = (p: number): number => Math.min(1, Math.max(p, Number.MIN_VALUE));
  return {
    pGreater: possible(greater),
    pMidP: possible(above <= below ? above + observed / 2 : 1 - below - observed / 2),
    pTwoSided: above + below === asRare ? 1 : possible(asRare + observed),
  };
}

/** For an observed chance beyond doubles: all chances relative to it, and only tails, as they are all that is small. */
function farTails({ low, masses }: SumDistribution, statistic: number): Omit<StratifiedResult, "statistic"> {
  const at = statistic - low;
  const reference = masses[at] ?? 0;
  const bound = reference + TIE_TOLERANCE;
  let [above, below, asRare] = [0, 0, 0];
  masses.forEach((log, i) => {
    const relative = Math.exp(Math.min(HIGHEST_LOG, log - reference));
    if (i > at) above += relative;
    if (i < at) below += relative;
    if (i !== at && log <= bound) asRare += relative;
  });
  const chance = (relative: number): number => Math.max(Number.MIN_VALUE, Math.exp(Math.log(relative) + reference));
  const upperTail = above <= below;
  return {
    pGreater: upperTail ? chance(1 + above) : 1,
    pMidP: upperTail ? chance(0.5 + above) : 1,
    pTwoSided: chance(1 + asRare),
  };
}

/**
 * The exact conditional test over strata (R's mantelhaen.test, exact = TRUE): S = Σ fail1 given the margins of each
 * stratum, so that strata with different failure rates do not mix (Simpson). One stratum gives Fisher's test.
 * Two-sided: all S at most as probable as the observed one. No strata, or none with failures: 1, mid-p 0.5.
 */
export function stratifiedExact(strata: readonly Stratum[]): StratifiedResult {
  requireStrata(strata);
  const statistic = strata.reduce((sum, { fail1 }) => sum + fail1, 0);
  const distribution = sumDistribution(strata);
  const observed = distribution.masses[statistic - distribution.low] ?? 0;
  if (observed > FAINTEST) return { statistic, ...tails(distribution, statistic) };
  return { statistic, ...farTails(logSumDistribution(strata), statistic) };
}
