import { z } from "zod";

const Values = z.record(z.string(), z.number());

/** What of a scrape is needed at the next one. */
export const ScrapeStateSchema = z.object({
  /** The values of counters by the series' key. */
  counters: Values.default({}),
  /** Of levels that are added over series: the greatest or least value of the hour so far. */
  levels: Values.default({}),
  /** What was counted last in the hour, by signal and segment. */
  counts: Values.default({}),
});
export type ScrapeState = z.infer<typeof ScrapeStateSchema>;

/** What a scrape is held against. */
export interface ScrapeBasis {
  /** The scrape before, and how long ago it was; null: there is none that increments can be taken from. */
  before: { counters: Readonly<Record<string, number>>; seconds: number } | null;
  /** What the hour had so far from this target with this release. */
  hour: Pick<ScrapeState, "levels" | "counts">;
}
