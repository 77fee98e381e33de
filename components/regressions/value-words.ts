import { shortUnit, signalFigure } from "@/components/charts/signal-figures";
import { formatShare } from "@/components/ui/format-count";
import type { RegressionDto } from "@/lib/domain/regressions/dto";
import { qWords, ratioWords } from "@/lib/domain/regressions/figure-words";
import { signalById } from "@/lib/domain/signals/catalogue/catalogue";

type Compared = Pick<RegressionDto, "kind" | "subject">;

/** Where a number is not known. */
export const DASH = "–";

const PLAIN = { scale: 1, unit: "" };

/** One side as it is shown: the share of failed runs of a gate, a signal on its own scale. */
export function valueWords({ kind, subject }: Compared, value: number | null): string {
  if (value === null) return DASH;
  if (kind === "gate") return formatShare(value);
  return signalFigure(value, signalById(subject)?.display ?? PLAIN);
}

/** What the two numbers count: "of runs failed", "per 100k flows". */
export function unitWords({ kind, subject }: Compared): string {
  if (kind === "gate") return "of runs failed";
  return shortUnit(signalById(subject)?.display ?? PLAIN);
}

/** "+28 pp" for gates, "×13.5" for signals. */
export function effectWords({ kind }: Pick<RegressionDto, "kind">, effect: number | null): string {
  if (effect === null) return DASH;
  if (kind !== "gate") return ratioWords(effect).replace(/^(?=\d)/, "×");
  const points = effect * 100;
  const sign = points > 0 ? "+" : points < 0 ? "−" : "";
  return `${sign}${Math.abs(points).toFixed(Math.abs(points) < 10 ? 1 : 0)} pp`;
}

/** The least and the greatest effect of some: "×2.1 to ×13.5", or the one. */
export function effectRange(items: readonly Pick<RegressionDto, "kind" | "effect">[]): string {
  const known = items.flatMap(({ kind, effect }) => (effect === null ? [] : [{ kind, effect }]));
  const sorted = known.toSorted((a, b) => a.effect - b.effect);
  const [least, most] = [sorted.at(0), sorted.at(-1)];
  if (least === undefined || most === undefined) return DASH;
  const [low, high] = [effectWords(least, least.effect), effectWords(most, most.effect)];
  return low === high ? low : `${low} to ${high}`;
}

/** A q as the sentences write it; a dash where nothing was left to chance. */
export function certaintyWords(q: number | null): string {
  return q === null ? DASH : qWords(q);
}
