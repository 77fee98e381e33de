import type { TimedBlock } from "../stats/hour-strata";
import type { Signal } from "./signal";
import type { SignalBlock } from "./signal-block";
import { HOUR_MS } from "./signal-rules";
import type { SideFigures } from "./signal-test";

/** An hour that was observed: x and exposure are numbers. */
export interface ObservedBlock extends TimedBlock {
  coverage: number;
  lost: number | null;
  form: SignalBlock["form"];
}

/** The exposure of a signal without denominator is the time that was observed, in hours. */
function exposureOf(block: SignalBlock, signal: Signal): number | null {
  if (signal.denominator !== null) return block.exposure;
  return block.exposure ?? block.coverage;
}

function observe(block: SignalBlock, signal: Signal): ObservedBlock | null {
  const exposure = exposureOf(block, signal);
  if (block.x === null || exposure === null) return null;
  if (!(Number.isFinite(block.x) && block.x >= 0 && Number.isFinite(exposure) && exposure > 0)) return null;
  return { at: block.hour, x: block.x, exposure, coverage: block.coverage, lost: block.lost, form: block.form };
}

/** The observed hours that have ended, oldest first. An hour that was not observed is left out, never counted as 0. */
export function observedBlocks(blocks: readonly SignalBlock[], signal: Signal, now: Date): ObservedBlock[] {
  return blocks
    .filter((block) => block.hour.getTime() + HOUR_MS <= now.getTime())
    .flatMap((block) => observe(block, signal) ?? [])
    .sort((a, b) => a.at.getTime() - b.at.getTime());
}

/** The value of one hour: x per unit of exposure, or the level itself. */
export function levelOf(block: ObservedBlock, signal: Signal): number {
  return signal.method !== "rate" && signal.denominator === null ? block.x : block.x / block.exposure;
}

export function sumOf(blocks: readonly { x: number; exposure: number }[], field: "x" | "exposure"): number {
  return blocks.reduce((sum, block) => sum + block[field], 0);
}

/** One side over its hours; null without any. A level is the mean of its hours, a rate all events over all exposure. */
export function figuresOf(blocks: readonly ObservedBlock[], signal: Signal): SideFigures | null {
  const [first, last] = [blocks[0], blocks.at(-1)];
  if (first === undefined || last === undefined) return null;
  const [x, exposure] = [sumOf(blocks, "x"), sumOf(blocks, "exposure")];
  const level = blocks.reduce((sum, block) => sum + levelOf(block, signal), 0) / blocks.length;
  return {
    value: signal.method === "rate" || signal.denominator !== null ? x / exposure : level,
    x,
    exposure,
    hours: blocks.length,
    from: first.at,
    to: new Date(last.at.getTime() + HOUR_MS),
  };
}
