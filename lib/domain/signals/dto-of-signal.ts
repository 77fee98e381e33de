import { promqlOf } from "./promql";
import type { Signal, SignalDto } from "./signal";

/** A signal as it is shown, with its queries in the short form of the catalogue. */
export function signalDto(signal: Signal): SignalDto {
  const { id, title, area, source, direction, method, minVolume, minEvents, delta, redRatio, absolute, display } =
    signal;
  const template = { selector: "$S", window: "$W" };
  return {
    ...{ id, title, area, source, direction, method, minVolume, minEvents, delta, redRatio, absolute, display },
    explainBy: [...signal.explainBy],
    numerator: promqlOf(signal.numerator, template),
    denominator: signal.denominator && promqlOf(signal.denominator, template),
    reference: signal.reference,
  };
}
