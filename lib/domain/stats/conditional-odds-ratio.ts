import type { Alternative } from "./alternative";
import { type Table, tableUrn } from "./fisher";
import { requireLevel } from "./require";
import { findRoot } from "./root";
import { logSumDistribution, requireStrata, type Stratum, type SumDistribution } from "./stratum";

export interface OddsRatio {
  /** The conditional maximum likelihood estimate; NaN when the margins allow only one table. */
  estimate: number;
  low: number;
  high: number;
}

/** ln of an odds ratio that no data of this world exceed. */
const FURTHEST = 700;

/** What is asked of the distribution of S under the odds ratio e^logRatio: its mean, or one of its tails. */
function expectation({ low, masses }: SumDistribution, logRatio: number, value: (s: number) => number): number {
  const logs = masses.map((log, i) => log + i * logRatio);
  const largest = logs.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  let weight = 0;
  let sum = 0;
  for (let i = 0; i < logs.length; i += 1) {
    const mass = Math.exp((logs[i] ?? 0) - largest);
    weight += mass;
    sum += mass * value(low + i);
  }
  return sum / weight;
}

function estimateFrom(
  distribution: SumDistribution,
  observed: number,
  tails: { low: number; high: number },
): OddsRatio {
  const { low, masses } = distribution;
  const high = low + masses.length - 1;
  if (low === high) return { estimate: Number.NaN, low: 0, high: Number.POSITIVE_INFINITY };
  const solve = (target: number, value: (s: number) => number): number =>
    Math.exp(findRoot((u) => expectation(distribution, u, value) - target, -FURTHEST, FURTHEST));
  const estimate = (): number => {
    if (observed === low) return 0;
    return observed === high ? Number.POSITIVE_INFINITY : solve(observed, (s) => s);
  };
  return {
    estimate: estimate(),
    low: observed === low || tails.low === 0 ? 0 : solve(tails.low, (s) => (s >= observed ? 1 : 0)),
    high:
      observed === high || tails.high === 0
        ? Number.POSITIVE_INFINITY
        : solve(tails.high, (s) => (s <= observed ? 1 : 0)),
  };
}

function tailsOf(alternative: Alternative, confidence: number): { low: number; high: number } {
  requireLevel(confidence, "confidence");
  const left = 1 - confidence;
  if (alternative === "greater") return { low: left, high: 0 };
  return alternative === "less" ? { low: 0, high: left } : { low: left / 2, high: left / 2 };
}

/**
 * The odds ratio given the margins, with its exact interval, as R's fisher.test: not ad/bc. One-sided alternatives
 * have an interval open to the other side.
 */
export function conditionalOddsRatio(
  table: Table,
  options: { alternative?: Alternative; confidence?: number } = {},
): OddsRatio {
  tableUrn(table);
  const [[a, b], [c, d]] = table;
  return commonOddsRatio([{ fail1: a, n1: a + b, fail0: c, n0: c + d }], options);
}

/** The odds ratio that all strata have in common, given their margins, as R's mantelhaen.test with exact = TRUE. */
export function commonOddsRatio(
  strata: readonly Stratum[],
  { alternative = "two-sided", confidence = 0.95 }: { alternative?: Alternative; confidence?: number } = {},
): OddsRatio {
  requireStrata(strata);
  const observed = strata.reduce((sum, { fail1 }) => sum + fail1, 0);
  return estimateFrom(logSumDistribution(strata), observed, tailsOf(alternative, confidence));
}
