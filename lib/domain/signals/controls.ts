import { quasiPoissonRatio } from "../stats/quasi-poisson";
import { tTwoSided } from "../stats/student-t";
import { dayError, dayNoise } from "./day-noise";
import { inWindow, type JudgedWindow } from "./judged-window";
import { sumOf } from "./observed-block";
import type { Signal } from "./signal";
import type { SignalCellFacts } from "./signal-block";
import { SIGNAL_RULES } from "./signal-rules";
import { signalStrata } from "./signal-strata";
import type { SignalTest } from "./signal-test";
import type { LogRatio } from "./test-outcome";

export type ControlFinding = NonNullable<SignalTest["control"]> & { estimate: LogRatio };

/**
 * What happened in the same hours on clusters of the cohort that stayed on the baseline: their own ratio, by the same
 * model, each cluster with its own strata. It moved when it is beyond ×1.1 (or ÷1.1) with p < 0.01, two-sided. Null
 * without a control that has events in both times.
 */
export function controlFinding(
  facts: SignalCellFacts,
  of: { window: JudgedWindow; signal: Signal; now: Date },
): ControlFinding | null {
  const sides = facts.controls
    .map((control) => ({ cluster: control.cluster, ...inWindow(control, of) }))
    .filter(({ candidate, baseline }) => sumOf(candidate, "x") > 0 && sumOf(baseline, "x") >= SIGNAL_RULES.sparseBelow);
  if (sides.length === 0) return null;
  const each = sides.map(({ cluster, candidate, baseline }) => {
    const own = signalStrata(candidate, baseline);
    const name = <T>(blocks: readonly T[]) => blocks.map((block) => ({ ...block, series: cluster }));
    const strata = own.map((stratum) => ({ candidate: name(stratum.candidate), baseline: name(stratum.baseline) }));
    return { strata, dayError: dayError(dayNoise(own), candidate) };
  });
  const { logRatio, se, df } = quasiPoissonRatio({ strata: each.flatMap(({ strata }) => strata), delta: 0 });
  if (!(Number.isFinite(logRatio) && se > 0 && df > 0)) return null;
  const ofDays = Math.sqrt(each.reduce((sum, { dayError }) => sum + dayError ** 2, 0)) / each.length;
  const estimate = { logRatio, se: Math.max(se, ofDays), df };
  const p = tTwoSided(logRatio / estimate.se, df);
  const moved = Math.abs(logRatio) > Math.log(SIGNAL_RULES.controlRatio) && p < SIGNAL_RULES.controlAlpha;
  return { clusters: sides.length, ratio: Math.exp(logRatio), p, moved, estimate };
}

/** Difference in differences: what the candidate did beyond the environment; the variances add. */
export function beyondEnvironment(candidate: LogRatio, control: LogRatio): LogRatio {
  return {
    logRatio: candidate.logRatio - control.logRatio,
    se: Math.hypot(candidate.se, control.se),
    df: Math.min(candidate.df, control.df),
  };
}
