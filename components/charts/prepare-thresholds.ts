import { valueWords } from "@/lib/domain/regressions/figure-words";
import type { SignalDto } from "@/lib/domain/signals/signal";
import { shortUnit } from "./signal-figures";

/** What the limits of a signal are made of. */
export interface ThresholdInput {
  signal: Pick<SignalDto, "method" | "direction" | "redRatio" | "absolute" | "display">;
  /** What the candidate was compared with, unscaled; null: nothing. */
  baselineValue: number | null;
}

/** A limit as a line; `value` is on the scale that is shown. */
export interface ChartThreshold {
  value: number;
  label: string;
}

/** A limit so far above the data that drawing it would press the data flat. */
const MOST_ABOVE = 4;

function relative({ signal, baselineValue }: ThresholdInput): ChartThreshold[] {
  const isTested = signal.method === "rate" || signal.method === "gauge";
  if (!isTested || signal.direction === "info" || baselineValue === null || baselineValue <= 0) return [];
  const { redRatio, direction, display } = signal;
  if (!(redRatio > 1)) return [];
  const isLow = direction === "down";
  const value = baselineValue * display.scale * (isLow ? 1 / redRatio : redRatio);
  const rule = isLow ? `baseline ÷ ${valueWords(redRatio)}` : `${valueWords(redRatio)} × baseline`;
  return [{ value, label: `red ${isLow ? "below" : "from"} ${valueWords(value)} (${rule})` }];
}

function absolute({ signal }: ThresholdInput): ChartThreshold[] {
  const { absolute: limit, display } = signal;
  if (limit === null) return [];
  const unit = shortUnit(display);
  const line = (word: string, value: number) => ({
    value: value * display.scale,
    label: `${word} at ${valueWords(value * display.scale)} ${unit}`.trim(),
  });
  const lines = [line("fail", limit.fail), line("warn", limit.warn)];
  return limit.warn === limit.fail ? lines.slice(0, 1) : lines;
}

/**
 * The limits of a signal that lie within reach of its data, and the others in words. `largest` is the largest value of
 * the data on the scale that is shown.
 */
export function prepareThresholds(
  input: ThresholdInput,
  largest: number,
): { drawn: ChartThreshold[]; beyond: string[] } {
  const all = [...absolute(input), ...relative(input)];
  const isNear = ({ value }: ChartThreshold) => value >= 0 && (largest === 0 || value <= largest * MOST_ABOVE);
  return { drawn: all.filter(isNear), beyond: all.filter((limit) => !isNear(limit)).map(({ label }) => label) };
}
