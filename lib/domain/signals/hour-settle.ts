import { signalById } from "./catalogue/catalogue";
import type { Endpoint } from "./extract-endpoint";
import { histogramQuantile } from "./hour-quantile";
import { SCRAPED_SIGNALS } from "./series-terms";

/** One hour of a cluster as its scrapes left it. */
export interface ScrapedHour {
  /** How long the targets of each endpoint were observed, in seconds, and how many they are. */
  observed: ReadonlyMap<string, { seconds: number; targets: number }>;
  /** The whole by signal. */
  wholes: ReadonlyMap<string, { x: number | null; exposure: number | null }>;
  /** The buckets of histograms by signal. */
  buckets: ReadonlyMap<string, readonly { bound: number; count: number }[]>;
}

export interface SettledBlock {
  signal: string;
  coverage: number;
  lost: number | null;
  /** Undefined: it stays as it was added up. */
  x?: number | null;
}

const SECONDS_PER_HOUR = 3600;
const QUANTILE = 0.99;
const LOSSES = ["lost_queue", "lost_perf", "lost_ring"];
const SCRAPED = new Map(SCRAPED_SIGNALS.map((scraped) => [scraped.signal.id, scraped]));

/** What of an hour follows from all its targets together: how much was observed, what Hubble lost, quantiles. */
export function settleHour(hour: ScrapedHour): SettledBlock[] {
  const lost = lostShare(hour);
  return [...hour.wholes.keys()].map((id) => {
    const signal = signalById(id);
    const buckets = hour.buckets.get(id);
    return {
      signal: id,
      coverage: coverageOf(hour, id),
      lost: signal?.source === "hubble" ? lost : null,
      ...(buckets && { x: histogramQuantile(QUANTILE, buckets) }),
    };
  });
}

/** Of the endpoints that a signal needs the one that was observed least; the share of the hour, of all its targets. */
export function coverageOf({ observed }: Pick<ScrapedHour, "observed">, id: string): number {
  const endpoints: ReadonlySet<Endpoint> = SCRAPED.get(id)?.endpoints ?? new Set(["hubble"]);
  const shares = [...endpoints].map((endpoint) => {
    const { seconds, targets } = observed.get(endpoint) ?? { seconds: 0, targets: 1 };
    return seconds / SECONDS_PER_HOUR / targets;
  });
  return Math.min(1, ...shares);
}

/** What Hubble lost of what it was given. */
function lostShare({ wholes }: ScrapedHour): number | null {
  const exposure = wholes.get("lost_queue")?.exposure;
  if (!exposure) return null;
  const lost = LOSSES.reduce((sum, id) => sum + (wholes.get(id)?.x ?? 0), 0);
  return Math.min(1, lost / exposure);
}
