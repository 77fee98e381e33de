import { type Estimate, firstInside, invertShift, rankSumOfShift } from "./hodges-lehmann";
import { type MannWhitneyMethod, mannWhitneyMasses } from "./mann-whitney";
import { median, midranks } from "./ranks";
import { requireLevel, requireSample } from "./require";
import { EXACT_BELOW } from "./signed-rank";

/**
 * How far x lies above y (Hodges and Lehmann: the median of all x - y) with its two-sided interval, as R's
 * wilcox.test with conf.int. "auto" is exact for two samples below 50 without ties; the asymptotic interval inverts
 * the normal approximation with ties and continuity corrected. RangeError for an empty sample.
 */
export function hodgesLehmannShift(
  x: readonly number[],
  y: readonly number[],
  confidence: number,
  method: MannWhitneyMethod = "auto",
): Estimate {
  requireSample(x, "x");
  requireSample(y, "y");
  requireLevel(confidence, "confidence");
  const differences = x.flatMap((a) => y.map((b) => a - b)).sort((a, b) => a - b);
  const estimate = median(differences);
  const small = x.length < EXACT_BELOW && y.length < EXACT_BELOW;
  if (method === "asymptotic" || (method === "auto" && !(small && midranks([...x, ...y]).ties === 0))) {
    const ends = { least: differences[0] ?? estimate, most: differences.at(-1) ?? estimate };
    return { estimate, ...invertShift(rankSumOfShift(x, y), ends, confidence) };
  }
  const first = firstInside(mannWhitneyMasses(x.length, y.length), confidence);
  return {
    estimate,
    low: differences[first - 1] ?? Number.NEGATIVE_INFINITY,
    high: differences[differences.length - first] ?? Number.POSITIVE_INFINITY,
  };
}
