import { valueWords } from "@/lib/domain/regressions/figure-words";
import type { SignalDto } from "@/lib/domain/signals/signal";

type Display = SignalDto["display"];

/** A value of a signal as it is shown, without its unit; a dash where there is none. */
export function signalFigure(value: number | null, { scale }: Display): string {
  return value === null ? "–" : valueWords(value * scale);
}

/** The unit where there is little room: "per 100k packets". */
export function shortUnit({ unit }: Display): string {
  return unit.replace(/\b(\d+),000\b/, "$1k");
}

/** A value with its unit: "41.8 per 100,000 packets". */
export function signalQuantity(value: number | null, display: Display): string {
  return value === null ? "no value" : `${signalFigure(value, display)} ${display.unit}`.trim();
}
