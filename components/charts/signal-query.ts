import type { SignalDto } from "@/lib/domain/signals/signal";

/** The query of a signal as it can be pasted: numerator over denominator. */
export function signalQuery({ numerator, denominator }: Pick<SignalDto, "numerator" | "denominator">): string {
  if (denominator === null) return numerator;
  return `(\n  ${numerator}\n)\n/\n(\n  ${denominator}\n)`;
}
