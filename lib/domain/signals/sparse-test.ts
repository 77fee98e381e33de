import { poissonRateRatio, sparseRateMidP } from "../stats/poisson-ratio";
import { type ObservedBlock, sumOf } from "./observed-block";
import type { Signal } from "./signal";
import { SIGNAL_RULES } from "./signal-rules";
import { boundedRatio, directedP, type TestOutcome, worstRatio } from "./test-outcome";

interface Counts {
  x1: number;
  d1: number;
  x0: number;
  d0: number;
}

/** Prometheus extrapolates increases to the ends of a window, so counts come in fractions. */
function countsOf(candidate: readonly ObservedBlock[], baseline: readonly ObservedBlock[]): Counts {
  return {
    x1: Math.round(sumOf(candidate, "x")),
    d1: sumOf(candidate, "exposure"),
    x0: Math.round(sumOf(baseline, "x")),
    d0: sumOf(baseline, "exposure"),
  };
}

const swap = ({ x1, d1, x0, d0 }: Counts): Counts => ({ x1: x0, d1: d0, x0: x1, d0: d1 });

/** At least three events, in at least two hours or on at least two nodes: else it is one burst, whatever it counts. */
export function isSpread(blocks: readonly { x: number }[], nodes: readonly (readonly { x: number }[])[]): boolean {
  const { guardEvents, guardPlaces } = SIGNAL_RULES;
  const told = blocks.filter(({ x }) => x > 0);
  const events = told.reduce((sum, { x }) => sum + x, 0);
  const onNodes = nodes.filter((node) => node.some(({ x }) => x > 0)).length;
  return Math.round(events) >= guardEvents && (told.length >= guardPlaces || onNodes >= guardPlaces);
}

/** The least count of the candidate that p = 0.001 would ask for, as a ratio. */
function detectable({ d1, x0, d0 }: Counts): number {
  let x1 = SIGNAL_RULES.guardEvents;
  while (x1 < 10_000 && sparseRateMidP({ x1, d1, x0, d0 }) > SIGNAL_RULES.boardLevel) x1 += 1;
  return boundedRatio(x1 / d1 / (Math.max(x0, 0.5) / d0));
}

function estimateOf(counts: Counts): TestOutcome["estimate"] {
  const { x1, d1, x0, d0 } = counts;
  const none = x1 === 0 || x0 === 0 ? 0.5 : 0;
  const { low, high } = poissonRateRatio({ x1, t1: d1, x0, t0: d0 }, "two-sided");
  return {
    ratio: boundedRatio((x1 + none) / d1 / ((x0 + none) / d0)),
    low: boundedRatio(low),
    high: boundedRatio(high),
  };
}

/**
 * A counter with fewer than ten events of the baseline: given all events, the candidate's are binomial with its share
 * of the exposure (mid-p). What comes in one hour and on one node is not judged: p is 1. With an event on neither side
 * the estimate is null. `smallestP` is what the same total could have shown at the most, for the Tarone screen.
 */
export function sparseTest(
  candidate: readonly ObservedBlock[],
  baseline: readonly ObservedBlock[],
  { signal, nodes }: { signal: Signal; nodes: readonly (readonly ObservedBlock[])[] },
): TestOutcome {
  const counts = countsOf(candidate, baseline);
  const { x1, d1, x0, d0 } = counts;
  const rise = isSpread(candidate, nodes) ? sparseRateMidP(counts) : 1;
  const fall = isSpread(baseline, []) ? sparseRateMidP(swap(counts)) : 1;
  const share = (part: number): number => (part / (d1 + d0)) ** (x1 + x0) / 2;
  const bound = (alternative: "less" | "greater") =>
    poissonRateRatio({ x1, t1: d1, x0, t0: d0 }, alternative, 0.95)[alternative === "less" ? "high" : "low"];
  return {
    method: "conditional-binomial",
    estimate: x1 + x0 === 0 ? null : estimateOf(counts),
    p: directedP(signal.direction, rise, fall),
    smallestP: directedP(signal.direction, share(d1), share(d0)),
    detectableRatio: detectable(counts),
    upperRatio: worstRatio(signal.direction, bound("greater"), bound("less")),
  };
}
