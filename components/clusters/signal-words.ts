import { signalFigure } from "@/components/charts/signal-figures";
import { isAmber, isRed } from "@/lib/domain/regressions/cell-state";
import type { ClusterSignalDto, ClusterSignalsDto } from "@/lib/domain/signals/dto";

type Level = Pick<ClusterSignalDto, "signal" | "candidateValue" | "baselineValue">;

/** "41.8, baseline 3.1", "0.61, warn at 0.5": the value and what it is held against. */
export function signalLevelWords({ signal, candidateValue, baselineValue }: Level): string {
  const { display, absolute, method } = signal;
  const value = candidateValue === null ? "not measured" : signalFigure(candidateValue, display);
  const isLimit = method === "absolute" || baselineValue === null;
  if (isLimit && absolute !== null) return `${value}, warn at ${signalFigure(absolute.warn, display)}`;
  return baselineValue === null
    ? `${value}, no baseline`
    : `${value}, baseline ${signalFigure(baselineValue, display)}`;
}

type Stated = Pick<ClusterSignalDto, "state">;

/** "2 worse, 1 to decide, 14 clean, 3 not proven": all signals of the cluster, worst first. */
export function signalCounts(items: readonly Stated[]): string {
  const count = (test: (item: Stated) => boolean) => items.filter(test).length;
  const worse = count(({ state }) => isRed(state));
  const decide = count(({ state }) => isAmber(state) || state === "WAIVED");
  const clean = count(({ state }) => state === "CLEAN" || state === "IMPROVED");
  const parts = [
    [worse, "worse"],
    [decide, "to decide"],
    [clean, "clean"],
    [items.length - worse - decide - clean, "not proven"],
  ] as const;
  return parts
    .filter(([value]) => value > 0)
    .map(([value, word]) => `${value} ${word}`)
    .join(", ");
}

const WAYS: Readonly<Record<ClusterSignalsDto["source"]["way"], string>> = {
  pull: "pulled from Prometheus",
  push: "pushed as finished hours",
  scrape: "sent as scrapes",
  none: "no metrics come in",
};

/** How the metrics of the cluster come in. */
export function sourceWords({ way }: Pick<ClusterSignalsDto["source"], "way">): string {
  return WAYS[way];
}

/** How many tiles stand in view: what is worse or to decide always, and at least two rows. */
export const TILES_SHOWN = 6;

/** The first in view, the rest folded; `open` names the signal whose chart is open, which is never folded away. */
export function splitSignals<Item extends Stated & { signal: { id: string } }>(
  items: readonly Item[],
  open: string | null,
): { shown: Item[]; folded: Item[] } {
  const isLoud = ({ state }: Stated) => isRed(state) || isAmber(state);
  const needed = Math.max(TILES_SHOWN, items.filter(isLoud).length);
  const isShown = (item: Item, at: number) => at < needed || item.signal.id === open;
  return { shown: items.filter(isShown), folded: items.filter((item, at) => !isShown(item, at)) };
}
