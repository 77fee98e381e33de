import type { SignalPointDto } from "./dto";
import { type HourValue, usualAt } from "./series-band";
import type { Signal } from "./signal";
import type { SignalBlock } from "./signal-block";

/** The value of one hour in the signal's own unit; null: not observed, or nothing that it could be a share of. */
export function valueOfBlock({ x, exposure }: Pick<SignalBlock, "x" | "exposure">, signal: Signal): number | null {
  if (x === null) return null;
  if (signal.denominator === null) return x;
  return exposure !== null && exposure > 0 ? x / exposure : null;
}

export function pointOf(block: SignalBlock, signal: Signal): SignalPointDto {
  const { hour, x, exposure, coverage } = block;
  return { at: hour.toISOString(), value: valueOfBlock(block, signal), x, exposure, coverage };
}

/** The band of what is usual at these hours, from the baseline's blocks. */
export function bandOf(hours: readonly Date[], baseline: readonly SignalBlock[], signal: Signal) {
  const values = baseline.flatMap((block): HourValue[] => {
    const value = valueOfBlock(block, signal);
    return value === null ? [] : [{ hour: block.hour, value }];
  });
  return usualAt(hours, values).map(({ hour, ...usual }) => ({ at: hour.toISOString(), ...usual }));
}
