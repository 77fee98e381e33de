import { erfc } from "./normal";
import { requireStrata, type Stratum } from "./stratum";

export interface MantelHaenszel {
  /** Chi-square with one degree of freedom, with the continuity correction. */
  chi2: number;
  p: number;
  /** The common odds ratio of failing, candidate against baseline; NaN when no stratum tells. */
  oddsRatio: number;
}

/** P(X > chi2) of the chi-square distribution with one degree of freedom. */
export function chiSquareSf(chi2: number): number {
  if (!(chi2 >= 0)) throw new RangeError(`chi-square is never ${chi2}`);
  return erfc(Math.sqrt(chi2 / 2));
}

/**
 * The test and the odds ratio of Mantel and Haenszel over strata, as R's mantelhaen.test. Strata of fewer than two
 * runs say nothing and are left out; without any that tells, chi2 = 0 and p = 1.
 */
export function mantelHaenszel(strata: readonly Stratum[]): MantelHaenszel {
  requireStrata(strata);
  let excess = 0;
  let variance = 0;
  let concordant = 0;
  let discordant = 0;
  for (const { fail1, n1, fail0, n0 } of strata) {
    const total = n1 + n0;
    if (total < 2) continue;
    const failures = fail1 + fail0;
    excess += fail1 - (n1 * failures) / total;
    variance += (((n1 * n0) / total) * (failures / total) * (total - failures)) / (total - 1);
    concordant += (fail1 * (n0 - fail0)) / total;
    discordant += ((n1 - fail1) * fail0) / total;
  }
  const distance = Math.abs(excess);
  const corrected = distance >= 0.5 ? distance - 0.5 : distance;
  const chi2 = variance > 0 ? corrected ** 2 / variance : 0;
  return { chi2, p: chiSquareSf(chi2), oddsRatio: concordant / discordant };
}
