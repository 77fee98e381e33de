import type { SignalDto } from "@/lib/domain/signals/signal";

type Display = SignalDto["display"];

const FIGURE = new Intl.NumberFormat("en-GB", { maximumSignificantDigits: 3 });
const WHOLE = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 0 });

/** A number that is already on the scale it is shown on: "41.8", "0.61", "1,204". */
export function figureWords(scaled: number): string {
  return Math.abs(scaled) >= 1000 ? WHOLE.format(scaled) : FIGURE.format(scaled);
}

/** A value of a signal as it is shown, without its unit; a dash where there is none. */
export function signalFigure(value: number | null, { scale }: Display): string {
  return value === null ? "–" : figureWords(value * scale);
}

/** The unit where there is little room: "per 100k packets". */
export function shortUnit({ unit }: Display): string {
  return unit.replace(/\b(\d+),000\b/, "$1k");
}

/** A value with its unit: "41.8 per 100,000 packets". */
export function signalQuantity(value: number | null, display: Display): string {
  return value === null ? "no value" : `${signalFigure(value, display)} ${display.unit}`.trim();
}

/** A ratio as it is said: "×13.5". */
export function ratioWords(ratio: number): string {
  return Number.isFinite(ratio) ? `×${figureWords(ratio)}` : "× unbounded";
}
