import { signalById } from "./catalogue/catalogue";
import type { Endpoint } from "./extract-endpoint";
import { histogramQuantile } from "./hour-quantile";
import { correctedRingLoss } from "./ring-buffer-loss";
import { SCRAPED_SIGNALS } from "./series-terms";

/** One hour of a cluster as its scrapes left it. */
export interface ScrapedHour {
  release: string;
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

/** What Hubble lost of what it was given; of the ring buffer without what the agents' own probe makes up. */
function lostShare({ wholes, observed, release }: ScrapedHour): number | null {
  const queue = wholes.get("lost_queue");
  const ring = wholes.get("lost_ring")?.x ?? 0;
  if (!queue?.exposure) return null;
  const seconds = observed.get("hubble")?.seconds ?? 0;
  const inRing = correctedRingLoss(ring, { version: release, agents: 1, seconds });
  const lost = (queue.x ?? 0) + (wholes.get("lost_perf")?.x ?? 0) + inRing;
  return Math.min(1, lost / queue.exposure);
}
