import type { Signal } from "./signal";

/** A measured value in the signal's own unit: per cent becomes a share where releases differ. */
export function normalisedValue(signal: Signal, value: number): number {
  return signal.percentAboveOne === true && value > 1 ? value / 100 : value;
}
