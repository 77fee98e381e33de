import { SIGNALS } from "./catalogue/catalogue";
import type { HistogramForms } from "./extract-form";
import { histogramOf } from "./extract-form";
import { type HourPart, hourOf } from "./hour-split";
import type { SeriesTally, SignalTally, TallyCell } from "./series-tally";
import type { Segment, SignalBlock } from "./signal-block";

/** What is added to the block of one hour; null: nothing is known of it. */
export interface BlockChange {
  signal: string;
  /** Null: the whole cluster. */
  segment: Segment | null;
  hour: Date;
  x: number | null;
  exposure: number | null;
  form: SignalBlock["form"];
}

/** How x joins what the block has: is added to it, or is the greater or the lesser of both. */
export type BlockJoin = SignalTally["join"];
export const BLOCK_JOINS = ["add", "max", "min"] as const satisfies readonly BlockJoin[];
export type BlockChanges = Record<BlockJoin, BlockChange[]>;

/** The hours that are changed, oldest first. */
export function addedHours(changes: readonly BlockChanges[]): Date[] {
  const times = changes.flatMap((one) => BLOCK_JOINS.flatMap((join) => one[join].map(({ hour }) => hour.getTime())));
  return [...new Set(times)].sort((a, b) => a - b).map((time) => new Date(time));
}

/** Spreads what happened between two scrapes over the hours by time, and puts levels into the hour of the scrape. */
export function blockChanges(
  tallies: { flows: SeriesTally; levels: SeriesTally },
  time: { at: Date; parts: readonly HourPart[] },
  forms: HistogramForms,
): BlockChanges {
  const changes: BlockChanges = { add: [], max: [], min: [] };
  for (const tally of tallies.flows.signals.values()) {
    const form = forms.formOf(tally.scraped.signal);
    for (const { hour, share } of time.parts) {
      for (const change of changesOf(tally, { hour, share, form })) {
        if (isWhole(change) || says(change)) changes.add.push(change);
      }
    }
  }
  for (const tally of tallies.levels.signals.values()) {
    const form = forms.formOf(tally.scraped.signal);
    for (const change of changesOf(tally, { hour: hourOf(time.at), share: 1, form })) changes[tally.join].push(change);
  }
  changes.add.push(...nativeForms(hourOf(time.at), forms));
  return changes;
}

const isWhole = (change: BlockChange) => change.segment === null;
const says = ({ x, exposure }: BlockChange) => Boolean(x) || Boolean(exposure);

function changesOf(tally: SignalTally, of: { hour: Date; share: number; form: BlockChange["form"] }): BlockChange[] {
  const { hour, share, form } = of;
  const signal = tally.scraped.signal.id;
  const times = (value: number | null) => (value === null ? null : value * share);
  const change = (segment: Segment | null, { x, exposure }: TallyCell): BlockChange => ({
    ...{ signal, segment, hour, form },
    x: times(x),
    exposure: times(exposure),
  });
  const segments = [...tally.segments].flatMap(([label, values]) =>
    [...values].map(([value, cell]) => change({ label, value }, cell)),
  );
  return [change(null, tally.whole), ...segments];
}

/** That a histogram is native is all the text says of it, and what its signals must not be silent about. */
function nativeForms(hour: Date, forms: HistogramForms): BlockChange[] {
  return SIGNALS.filter((signal) => histogramOf(signal) !== null && forms.formOf(signal) === "native").map(
    ({ id: signal }) => ({ signal, segment: null, hour, x: null, exposure: null, form: "native" }),
  );
}
