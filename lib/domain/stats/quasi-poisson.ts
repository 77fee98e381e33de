import { residualAutocorrelation, varianceInflation } from "./autocorrelation";
import type { BlockStratum } from "./block";
import { type FittedBlock, fitRatio } from "./ratio-fit";
import { tQuantile, tSf } from "./student-t";

export interface QuasiPoissonOptions {
  strata: readonly BlockStratum[];
  /** H0 is "the ratio is at most 1 + delta": the change that does not matter. */
  delta: number;
  /** Noise is never taken for less than Poisson's. On unless said otherwise. */
  floorDispersion?: boolean;
  /** Blocks that move together count for fewer. On unless said otherwise. */
  inflateAutocorrelation?: boolean;
}

export interface QuasiPoissonResult {
  /** ln of the rate ratio, candidate against baseline. */
  logRatio: number;
  se: number;
  /** Pearson's chi-square per degree of freedom, after the floor. */
  dispersion: number;
  df: number;
  /** (logRatio - ln(1 + delta)) / se */
  t: number;
  /** One-sided: the ratio is above 1 + delta. */
  pGreater: number;
  /** One-sided: the ratio is below 1 / (1 + delta). */
  pLess: number;
  ratio: number;
  ci95: readonly [number, number];
  /** The one-sided 95 % upper bound of the ratio. */
  upper95: number;
  /** Lag-1 correlation of the residuals, within 0 and 0.8. */
  autocorrelation: number;
  /** What it multiplied the variance by: at least (1 + ρ) / (1 - ρ). */
  inflation: number;
}

function dispersionOf(fitted: readonly FittedBlock[], df: number): number {
  if (df <= 0) return Number.NaN;
  const pearson = fitted.reduce((sum, { x, mean }) => sum + (mean > 0 ? (x - mean) ** 2 / mean : 0), 0);
  return pearson / df;
}

/**
 * The rate ratio of candidate and baseline by a quasi-Poisson regression with an effect per stratum and the logarithm
 * of the exposure as offset: R's glm(x ~ stratum + group + offset(log(exposure)), quasipoisson), plus a floor of 1
 * for the dispersion and an allowance for residuals that follow one another (both can be turned off).
 *
 * Strata without any event say nothing and are left out, as are blocks without exposure. Where there is nothing to
 * estimate with (an arm without events, no degrees of freedom) both p-values are 1 and the interval is everything:
 * such counters are for `sparseRateMidP`. RangeError for negative or infinite numbers, or delta < 0.
 */
export function quasiPoissonRatio({
  strata,
  delta,
  floorDispersion = true,
  inflateAutocorrelation = true,
}: QuasiPoissonOptions): QuasiPoissonResult {
  if (!(delta >= 0 && Number.isFinite(delta))) throw new RangeError(`delta must be at least 0, not ${delta}`);
  const { logRatio, information, df, fitted } = fitRatio(strata);
  const measured = dispersionOf(fitted, df);
  const dispersion = floorDispersion ? Math.max(1, measured) : measured;
  const autocorrelation = inflateAutocorrelation ? residualAutocorrelation(fitted) : 0;
  const inflation = varianceInflation(autocorrelation, dispersion);
  const se = Math.sqrt((dispersion * inflation) / information);
  const margin = Math.log1p(delta);
  const known = { logRatio, se, dispersion, df, ratio: Math.exp(logRatio), autocorrelation, inflation };
  if (!(Number.isFinite(logRatio) && Number.isFinite(se) && se > 0)) {
    return { ...known, t: Number.NaN, pGreater: 1, pLess: 1, ci95: [0, Infinity], upper95: Infinity };
  }
  const t = (logRatio - margin) / se;
  const reach = tQuantile(0.975, df) * se;
  return {
    ...known,
    t,
    pGreater: tSf(t, df),
    pLess: tSf((-logRatio - margin) / se, df),
    ci95: [Math.exp(logRatio - reach), Math.exp(logRatio + reach)],
    upper95: Math.exp(logRatio + tQuantile(0.95, df) * se),
  };
}

/**
 * The smallest ratio this window would find: with power 80 % at the level `alpha`, the noise being what it is.
 * Infinity where nothing could be estimated.
 */
export function detectableRatio(
  { se, df }: Pick<QuasiPoissonResult, "se" | "df">,
  { delta, alpha, power = 0.8 }: { delta: number; alpha: number; power?: number },
): number {
  if (!(Number.isFinite(se) && df > 0)) return Infinity;
  return (1 + delta) * Math.exp((tQuantile(1 - alpha, df) + tQuantile(power, df)) * se);
}
