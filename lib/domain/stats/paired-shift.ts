import { type Estimate, firstInside, invertShift, signedRankOfShift } from "./hodges-lehmann";
import { median, midranks } from "./ranks";
import { requireLevel, requireSample } from "./require";
import { EXACT_BELOW, signedRankMasses } from "./signed-rank";

/** All means of two differences, each with itself too, ascending. */
function walshAverages(differences: readonly number[]): readonly number[] {
  return differences.flatMap((a, i) => differences.slice(i).map((b) => (a + b) / 2)).sort((a, b) => a - b);
}

/**
 * The pseudomedian of paired differences (Hodges and Lehmann) with its interval, as R's wilcox.test with conf.int:
 * exact for fewer than 50 differences without ties and zeros, else from the normal approximation. With few
 * differences the exact interval is the widest there is. RangeError without any finite difference.
 */
export function hodgesLehmannPaired(differences: readonly number[], confidence: number): Estimate {
  requireSample(differences, "differences");
  requireLevel(confidence, "confidence");
  const n = differences.length;
  const { ties } = midranks(differences.map(Math.abs));
  if (n < EXACT_BELOW && ties === 0 && !differences.includes(0)) {
    const averages = walshAverages(differences);
    const first = firstInside(signedRankMasses(n), confidence);
    return {
      estimate: median(averages),
      low: averages[first - 1] ?? Number.NEGATIVE_INFINITY,
      high: averages[averages.length - first] ?? Number.POSITIVE_INFINITY,
    };
  }
  const told = differences.filter((difference) => difference !== 0);
  if (told.length === 0) return { estimate: 0, low: 0, high: 0 };
  const averages = walshAverages(told);
  const estimate = median(averages);
  const ends = { least: averages[0] ?? estimate, most: averages.at(-1) ?? estimate };
  return { estimate, ...invertShift(signedRankOfShift(told), ends, confidence) };
}
