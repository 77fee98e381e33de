import type { Explain } from "../regressions/regression";
import { benjaminiHochberg } from "../stats/multiple-testing";
import { sparseRateMidP } from "../stats/poisson-ratio";
import { type BubbleRow, bubbleUp } from "./bubble-up";
import { inWindow, type JudgedWindow, judgedWindow } from "./judged-window";
import { sumOf } from "./observed-block";
import type { Signal } from "./signal";
import type { SegmentPair, SignalCellFacts } from "./signal-block";
import { hasOwnExposure } from "./signal-metrics";

/** metrics.md §5.1: more would be a table nobody reads, and a query nobody waits for. */
const MOST_LABELS = 8;
const MOST_VALUES = 20;
const MOST_EXPLAINS = 5;
/** It carries at least a tenth of the excess, and a tenth more than its exposure lets expect. */
const LEAST_SHARE = 0.1;
const Q_EXPLAIN = 0.05;

/** One value of a label with its events and exposures. */
interface Part {
  label: string;
  value: string;
  x1: number;
  d1: number;
  x0: number;
  d0: number;
}

type Scored = Part & BubbleRow & { expected: number | null; p: number };

/** What is known of nodes beside their name, by node: kernel, image, zone. */
export type NodeAttributes = ReadonlyMap<string, readonly { label: string; value: string }[]>;

function partOf(pair: SegmentPair, of: { window: JudgedWindow; signal: Signal; now: Date }): Part {
  const { candidate, baseline } = inWindow(pair, of);
  return {
    ...pair.segment,
    x1: sumOf(candidate, "x"),
    d1: sumOf(candidate, "exposure"),
    x0: sumOf(baseline, "x"),
    d0: sumOf(baseline, "exposure"),
  };
}

/** Nodes that share an attribute, taken together: which kernel, rather than which of forty nodes. */
function byAttribute(nodes: readonly Part[], attributes: NodeAttributes): Part[] {
  const parts = new Map<string, Part>();
  for (const node of nodes) {
    for (const { label, value } of attributes.get(node.value) ?? []) {
      const key = `${label}=${value}`;
      const known = parts.get(key) ?? { label, value, x1: 0, d1: 0, x0: 0, d0: 0 };
      parts.set(key, {
        ...known,
        x1: known.x1 + node.x1,
        d1: known.d1 + node.d1,
        x0: known.x0 + node.x0,
        d0: known.d0 + node.d0,
      });
    }
  }
  return [...parts.values()];
}

function grouped(parts: readonly Part[]): Part[][] {
  const labels = new Map<string, Part[]>();
  for (const part of parts) labels.set(part.label, [...(labels.get(part.label) ?? []), part]);
  // A label with one value is the cluster, the release, or says nothing.
  return [...labels.values()].filter((values) => values.length > 1).slice(0, MOST_LABELS);
}

/** Events per exposure against those of the whole cluster, in the direction of the excess. */
function pOf(part: Part, rising: boolean): number {
  const [x1, x0] = [Math.round(part.x1), Math.round(part.x0)];
  if (part.d1 <= 0 || part.d0 <= 0) return 1;
  return rising
    ? sparseRateMidP({ x1, d1: part.d1, x0, d0: part.d0 })
    : sparseRateMidP({ x1: x0, d1: part.d0, x0: x1, d0: part.d1 });
}

function score(values: readonly Part[], of: { whole: Part; signal: Signal }): Scored[] {
  const { whole, signal } = of;
  const rows = bubbleUp(
    values.map(({ x1, x0 }, nth) => ({ value: String(nth), baseline: x0, candidate: x1 })),
    whole.d1 / whole.d0,
  );
  const rising = whole.x1 / whole.d1 > whole.x0 / whole.d0;
  return rows.slice(0, MOST_VALUES).flatMap((row) => {
    const part = values[Number(row.value)];
    if (part === undefined) return [];
    const own = isSplit(part, values, { whole, signal });
    const exposed = own ? part : { ...part, d1: whole.d1, d0: whole.d0 };
    const expected = own ? part.d1 / whole.d1 : whole.x0 > 0 ? row.shareBaseline : null;
    return [{ ...row, ...part, expected, p: pOf(exposed, rising) }];
  });
}

/** Whether each value has an exposure of its own: declared so by the metric, or seen to add up to the whole. */
function isSplit(part: Part, values: readonly Part[], { whole, signal }: { whole: Part; signal: Signal }): boolean {
  if (hasOwnExposure(signal, part.label)) return true;
  const total = sumOf(
    values.map(({ x1, d1 }) => ({ x: x1, exposure: d1 })),
    "exposure",
  );
  return Math.abs(total / whole.d1 - 1) < 0.05;
}

/**
 * Which values carry the difference of a signal: their share of the excess, and the share that would have been theirs
 * had everybody got worse alike (by exposure where they have their own, else by their events with the baseline). `q`
 * is the exact test of the value's own rate, corrected by Benjamini and Hochberg over all values that were looked at.
 * At most five, most telling first; none for a level, or where nothing stands out.
 */
export function explainSignal(
  facts: SignalCellFacts,
  signal: Signal,
  { now, nodes = new Map() }: { now: Date; nodes?: NodeAttributes },
): Explain[] {
  if (signal.method !== "rate") return [];
  const window = judgedWindow(facts, signal, now);
  const of = { window, signal, now };
  const whole = partOf({ ...facts.total, segment: { label: "", value: "" } }, of);
  if (whole.d1 <= 0 || whole.d0 <= 0) return [];
  const parts = facts.segments.map((pair) => partOf(pair, of)).filter(({ x1, x0 }) => x1 + x0 > 0);
  const ofNodes = byAttribute(
    parts.filter(({ label }) => label === "node"),
    nodes,
  );
  const scored = grouped([...parts, ...ofNodes]).flatMap((values) => score(values, { whole, signal }));
  const q = benjaminiHochberg(scored.map(({ p }) => Math.min(1, p)));
  return scored
    .map((row, nth) => ({ row, q: q[nth] ?? 1 }))
    .filter(({ row, q }) => q <= Q_EXPLAIN && row.contribution >= (row.expected ?? 0) + LEAST_SHARE)
    .sort((a, b) => b.row.score - a.row.score)
    .slice(0, MOST_EXPLAINS)
    .map(({ row, q }) => ({
      label: row.label,
      value: row.value,
      share: row.contribution,
      expected: row.expected,
      q,
    }));
}
