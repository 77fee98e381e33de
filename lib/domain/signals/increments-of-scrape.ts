import type { EndpointScrape, KeptSeries } from "./extract-series";
import { type Increment, incrementOf, isRestart } from "./increments";
import { countTally } from "./series-counts";
import { settleFlows } from "./series-presence";
import type { ScrapeBasis, ScrapeState } from "./series-state";
import { SeriesTally } from "./series-tally";
import type { TermUse } from "./series-terms";
import { normalisedValue } from "./signal-value";

export interface ScrapeTallies {
  /** What happened between the two scrapes. */
  flows: SeriesTally;
  /** What this scrape adds to the levels of its hour. */
  levels: SeriesTally;
  state: ScrapeState;
  /** Counters that began again. */
  resets: number;
}

/** What one endpoint of one target says: increments for each series first, then added up. */
export function tallyScrape(scrape: EndpointScrape, instance: string, basis: ScrapeBasis): ScrapeTallies {
  const run = new ScrapeRun(scrape, instance, basis);
  for (const series of scrape.series) run.take(series);
  return run.end();
}

class ScrapeRun {
  private readonly flows = new SeriesTally();
  private readonly levels = new SeriesTally();
  private readonly state: ScrapeState;
  private readonly seen = new Set<TermUse["term"]>();
  private readonly restarted: boolean;
  private resets = 0;

  constructor(
    private readonly scrape: EndpointScrape,
    private readonly instance: string,
    private readonly basis: ScrapeBasis,
  ) {
    // A series that ends and comes back within the hour has its level of the hour already.
    this.state = { counters: {}, levels: { ...basis.hour.levels }, counts: {} };
    this.restarted = isRestart(scrape.series, basis.before?.counters ?? {});
  }

  take(series: KeptSeries): void {
    const { before } = this.basis;
    const increment = before && incrementOf(series.value, before.counters[series.key], this.restarted);
    if (increment && series.uses.some((use) => isCounter(use))) this.resets += increment.resets;
    for (const use of series.uses) {
      this.seen.add(use.term);
      this.count(use, series, increment);
    }
  }

  end(): ScrapeTallies {
    const { scrape, instance, basis, flows, levels, state, resets } = this;
    countTally({ scrape, instance, basis, flows, levels, state, seen: this.seen });
    settleFlows(flows, scrape.endpoint, this.seen);
    flows.limit();
    levels.limit();
    return { flows, levels, state, resets };
  }

  private count(use: TermUse, series: KeptSeries, increment: Increment | null): void {
    const place = { name: series.name, labels: series.labels, instance: this.instance };
    const { term, kind } = use;
    if (kind === "flow" || kind === "buckets") {
      this.state.counters[series.key] = series.value;
      if (increment === null) return;
      if (kind === "buckets") this.flows.addBucket(use, place, increment.increase);
      else this.flows.add(use, place, term.sign * flowOf(use, increment));
    } else if (kind === "extreme") {
      this.levels.add(use, place, term.sign * normalisedValue(use.scraped.signal, series.value));
    } else if (kind === "sum") {
      const soFar = this.basis.hour.levels[series.key];
      const value = soFar === undefined ? series.value : greaterOrLess(use, soFar, series.value);
      this.state.levels[series.key] = value;
      this.levels.add(use, place, term.sign * (value - (soFar ?? 0)));
    }
  }
}

function isCounter({ kind, term }: TermUse): boolean {
  return kind === "buckets" || (kind === "flow" && term.fold !== "changes");
}

function flowOf({ term }: TermUse, increment: Increment): number {
  if (term.fold === "changes") return increment.changes;
  return term.fold === "resets" ? increment.resets : increment.increase;
}

function greaterOrLess({ term }: TermUse, a: number, b: number): number {
  return term.fold === "sum-min" ? Math.min(a, b) : Math.max(a, b);
}
