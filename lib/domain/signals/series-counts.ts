import type { EndpointScrape } from "./extract-series";
import type { ScrapeBasis, ScrapeState } from "./series-state";
import { type SeriesPlace, SeriesTally } from "./series-tally";
import { type TermUse, USES_OF_NAMES } from "./series-terms";

const NO_LABELS: ReadonlyMap<string, string> = new Map();
const SECONDS_PER_HOUR = 3600;

interface CountRun {
  scrape: EndpointScrape;
  instance: string;
  basis: ScrapeBasis;
  flows: SeriesTally;
  levels: SeriesTally;
  state: ScrapeState;
  /** Terms that found a series. */
  seen: Set<TermUse["term"]>;
}

/**
 * Counts series. Under a flow a count is the exposure: so many for so long, in hours. As a level it is what stands there
 * now, so the hour gets the difference to what was counted last.
 */
export function countTally(run: CountRun): void {
  const now = new SeriesTally();
  for (const { use, place, weight } of countedSeries(run)) {
    run.seen.add(use.term);
    if (!use.scraped.isFlow) now.add(use, place, use.term.sign * weight);
    else if (run.basis.before) {
      run.flows.add(use, place, (use.term.sign * weight * run.basis.before.seconds) / SECONDS_PER_HOUR);
    }
  }
  now.limit();
  addDifferences(now, run);
}

function* countedSeries({ scrape, instance }: CountRun) {
  for (const { uses, name, labels } of scrape.series) {
    const place: SeriesPlace = { name, labels, instance };
    for (const use of uses) if (use.kind === "count") yield { use, place, weight: 1 };
  }
  for (const [name, weight] of scrape.names) {
    const place: SeriesPlace = { name, labels: NO_LABELS, instance };
    for (const { use, pattern } of USES_OF_NAMES) if (pattern.test(name)) yield { use, place, weight };
  }
}

/** The names of cells in the state: signal, side, label and value. */
const cellKey = (...parts: string[]) => parts.join("\n");

function addDifferences(now: SeriesTally, { basis, levels, state }: CountRun): void {
  for (const { scraped, whole, segments } of now.signals.values()) {
    const tally = levels.of(scraped);
    const put = (side: "x" | "exposure", place: [] | [string, string], value: number | null) => {
      if (value === null) return;
      const key = cellKey(scraped.signal.id, side, ...place);
      state.counts[key] = value;
      levels.addTo(tally, side, place, value - (basis.hour.counts[key] ?? 0));
    };
    for (const side of ["x", "exposure"] as const) {
      put(side, [], whole[side]);
      for (const [label, values] of segments) {
        for (const [value, cell] of values) put(side, [label, value], cell[side]);
      }
    }
    takeBackGone(scraped.signal.id, { tally, levels, state, counts: basis.hour.counts });
  }
}

/** What was counted in the hour and is not there any more. */
function takeBackGone(
  signalId: string,
  of: {
    tally: ReturnType<SeriesTally["of"]>;
    levels: SeriesTally;
    state: ScrapeState;
    counts: Readonly<Record<string, number>>;
  },
): void {
  for (const [key, value] of Object.entries(of.counts)) {
    const [id, side, label, text] = key.split("\n", 4);
    if (id !== signalId || key in of.state.counts || value === 0) continue;
    of.state.counts[key] = 0;
    const place: [] | [string, string] = label === undefined || text === undefined ? [] : [label, text];
    if (side === "x" || side === "exposure") of.levels.addTo(of.tally, side, place, -value);
  }
}
