import type { ScrapedSignal, TermUse } from "./series-terms";
import { topValues } from "./series-top-values";

/** Null: nothing was seen of it. */
export interface TallyCell {
  x: number | null;
  exposure: number | null;
}

export interface SignalTally {
  scraped: ScrapedSignal;
  /** How values of x come together. */
  join: "add" | "max" | "min";
  whole: TallyCell;
  /** By label, by value. */
  segments: Map<string, Map<string, TallyCell>>;
}

/** Where a series stands: its labels, with the metric's name and the target as labels too. */
export interface SeriesPlace {
  name: string;
  labels: ReadonlyMap<string, string>;
  instance: string;
}

const MAX_VALUE_LENGTH = 500;

/** The value by which a series is put into segments; undefined: it has no such label. */
function placeValue(place: SeriesPlace, label: string): string | undefined {
  if (label === "__name__") return place.name;
  const value = place.labels.get(label) ?? (label === "node" ? place.instance : undefined);
  return value?.slice(0, MAX_VALUE_LENGTH);
}

const JOINS = {
  add: (a: number, b: number) => a + b,
  max: (a: number, b: number) => Math.max(a, b),
  min: (a: number, b: number) => Math.min(a, b),
} as const;

function joinCell(cell: TallyCell, side: "x" | "exposure", amount: number, join: SignalTally["join"]): void {
  const known = cell[side];
  cell[side] = known === null ? amount : JOINS[side === "x" ? join : "add"](known, amount);
}

/** Adds up, for each signal, what its series say of the whole and of each segment. */
export class SeriesTally {
  readonly signals = new Map<string, SignalTally>();

  of(scraped: ScrapedSignal, join: SignalTally["join"] = "add"): SignalTally {
    const known = this.signals.get(scraped.signal.id);
    if (known) return known;
    const made: SignalTally = { scraped, join, whole: { x: null, exposure: null }, segments: new Map() };
    this.signals.set(scraped.signal.id, made);
    return made;
  }

  add(use: TermUse, place: SeriesPlace, amount: number): void {
    const { scraped, side, term } = use;
    const join = side === "x" && (term.fold === "max" || term.fold === "min") ? term.fold : "add";
    const tally = this.of(scraped, join);
    if (side === "x") tally.join = join;
    joinCell(tally.whole, side, amount, tally.join);
    for (const label of scraped.labels) {
      if (side === "exposure" && !scraped.ownExposure.has(label)) continue;
      const value = placeValue(place, label);
      if (value !== undefined) joinCell(segmentOf(tally, label, value), side, amount, tally.join);
    }
  }

  /** Adds to the whole, or to the segment of a label and a value. */
  addTo(tally: SignalTally, side: "x" | "exposure", place: [] | [string, string], amount: number): void {
    const [label, value] = place;
    const cell = label === undefined || value === undefined ? tally.whole : segmentOf(tally, label, value);
    joinCell(cell, side, amount, tally.join);
  }

  /** A bucket of a histogram is a segment by its bound, and nothing of the whole: a quantile is no sum. */
  addBucket(use: TermUse, place: SeriesPlace, amount: number): void {
    const bound = place.labels.get("le");
    if (bound !== undefined) joinCell(segmentOf(this.of(use.scraped), "le", bound), "x", amount, "add");
  }

  /** Leaves of each label the values that matter most; the others become one. */
  limit(): void {
    for (const tally of this.signals.values()) {
      for (const [label, values] of tally.segments) {
        if (label === "node" || label === "le") continue;
        tally.segments.set(
          label,
          topValues(values, (cell, side, amount) => joinCell(cell, side, amount, tally.join)),
        );
      }
    }
  }
}

function segmentOf(tally: SignalTally, label: string, value: string): TallyCell {
  const values = tally.segments.get(label) ?? new Map<string, TallyCell>();
  tally.segments.set(label, values);
  const cell = values.get(value) ?? { x: null, exposure: null };
  values.set(value, cell);
  return cell;
}
