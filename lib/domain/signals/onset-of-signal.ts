import type { Onset } from "../regressions/card";
import { onset } from "../stats/onset";
import type { JudgedWindow } from "./judged-window";
import { levelOf, type ObservedBlock, sumOf } from "./observed-block";
import type { Signal } from "./signal";
import { HOUR_MS } from "./signal-rules";
import { matcherOf } from "./signal-strata";

/** Hours on either side of the upgrade that are looked at: enough to see what was there before. */
const BEFORE = 48;
const AFTER = 96;

/** Each hour over its matching baseline hours: without the course of the day, which is no change. */
function residualsOf(blocks: readonly ObservedBlock[], baseline: readonly ObservedBlock[], signal: Signal): number[] {
  const matching = matcherOf(baseline);
  return blocks.map((block) => {
    const hours = matching(block.at);
    if (signal.method === "rate") {
      const expected = (sumOf(hours, "x") / sumOf(hours, "exposure")) * block.exposure;
      return Math.log((block.x + 0.5) / (expected + 0.5));
    }
    const usual = hours.reduce((sum, other) => sum + levelOf(other, signal), 0) / hours.length;
    return Math.log((levelOf(block, signal) + 1e-9) / (usual + 1e-9));
  });
}

function labelOf(hours: number): string {
  if (hours === 0) return "with the upgrade";
  return hours > 0 ? `${hours} h after the upgrade` : `${-hours} h before the upgrade`;
}

/**
 * When the change began, by E-divisive over the hours around the upgrade, with the bootstrap interval of 95 %. For
 * dating only, never for the verdict. Null when the hours show no one change.
 */
export function onsetOfSignal({ transition, candidate, baseline }: JudgedWindow, signal: Signal): Onset | null {
  if (transition === null || baseline.length === 0) return null;
  const before = baseline.filter(({ at }) => at.getTime() < transition.getTime()).slice(-BEFORE);
  const blocks = [...before, ...candidate.slice(0, AFTER)];
  const found = onset(residualsOf(blocks, baseline, signal));
  if (found === null) return null;
  const at = (index: number): Date | undefined => blocks[Math.min(index, blocks.length - 1)]?.at;
  const [start, low, high] = [at(found.index), at(found.low), at(found.high)];
  if (start === undefined || low === undefined || high === undefined) return null;
  // The transition is not judged: a change in the hour after it began with the upgrade.
  const hours = Math.round((start.getTime() - transition.getTime()) / HOUR_MS);
  return {
    at: start.toISOString(),
    low: low.toISOString(),
    high: high.toISOString(),
    label: labelOf(hours === 1 ? 0 : hours),
  };
}
