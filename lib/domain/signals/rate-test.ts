import type { BlockStratum } from "../stats/block";
import { quasiPoissonRatio } from "../stats/quasi-poisson";
import { dayError, dayNoise } from "./day-noise";
import { type ObservedBlock, sumOf } from "./observed-block";
import { signalStrata } from "./signal-strata";
import type { LogRatio } from "./test-outcome";

/** A candidate without any event: half an event stands for none, so that there is a ratio and an error of it. */
function withHalfAnEvent(candidate: readonly ObservedBlock[]): readonly ObservedBlock[] {
  if (candidate.some(({ x }) => x > 0)) return candidate;
  return candidate.map((block, index) => (index === 0 ? { ...block, x: 0.5 } : block));
}

/**
 * The log rate ratio of candidate and baseline by the quasi-Poisson model over hour-matched strata. Its error is never
 * taken for smaller than what the baseline's own days differ by (`day-noise.ts`). Null where nothing can be estimated.
 */
export function rateRatio(
  candidate: readonly ObservedBlock[],
  baseline: readonly ObservedBlock[],
): (LogRatio & { strata: readonly BlockStratum[] }) | null {
  if (candidate.length === 0 || sumOf(baseline, "x") === 0) return null;
  const strata = signalStrata(withHalfAnEvent(candidate), baseline);
  const { logRatio, se, df } = quasiPoissonRatio({ strata, delta: 0 });
  if (!(Number.isFinite(logRatio) && Number.isFinite(se) && se > 0 && df > 0)) return null;
  return { logRatio, se: Math.max(se, dayError(dayNoise(strata), candidate)), df, strata };
}
