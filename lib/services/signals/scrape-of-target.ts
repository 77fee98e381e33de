import { addObservedTime, lockTarget, saveTarget, type TargetName } from "@/lib/db/scrape-targets";
import type { Tx } from "@/lib/db/transaction";
import type { EndpointScrape, ScrapeExtract } from "@/lib/domain/signals/extract-series";
import { type BlockChanges, blockChanges } from "@/lib/domain/signals/hour-blocks";
import { type HourPart, hourOf, splitOverHours } from "@/lib/domain/signals/hour-split";
import { tallyScrape } from "@/lib/domain/signals/increments-of-scrape";
import { correctRingLoss } from "@/lib/domain/signals/series-ring-loss";
import { type ScrapeState, ScrapeStateSchema } from "@/lib/domain/signals/series-state";

/** With a longer gap it is not known what happened in it: the hours between are missing, not zero. */
const LONGEST_GAP_SECONDS = 2 * 3600;

/** Names of metrics that are kept of a scrape; far more than Cilium has. */
const MOST_NAMES = 2000;

/** What a scrape of one endpoint of a target came to. */
export interface TargetOutcome {
  changes: BlockChanges;
  resets: number;
  /** Why there are no increments; null: there are. */
  note: string | null;
}

interface TargetScrape {
  target: TargetName;
  releaseId: number;
  version: string;
  at: Date;
  scrape: EndpointScrape;
  forms: ScrapeExtract["forms"];
}

const NOTHING: BlockChanges = { add: [], max: [], min: [] };

/** Holds the scrape against the one before, remembers it for the next, and says what it adds to which hours. */
export async function takeTargetScrape(tx: Tx, of: TargetScrape): Promise<TargetOutcome> {
  const { target, releaseId, at, scrape } = of;
  const last = await lockTarget(tx, target, { releaseId, at });
  if (last !== null && last.at >= at) {
    return { changes: NOTHING, resets: 0, note: `It is not newer than the last scrape, of ${last.at.toISOString()}.` };
  }
  const basis = basisOf(last && { ...last, series: ScrapeStateSchema.parse(last.series) }, of);
  const tallies = tallyScrape(scrape, target.instance, basis);
  if (basis.before) correctRingLoss(tallies.flows, { version: of.version, seconds: basis.before.seconds });
  const parts = basis.before && last ? splitOverHours(last.at, at) : [];
  await saveTarget(tx, target, { releaseId, at, series: tallies.state, shape: shapeOf(scrape) });
  await addObservedTime(tx, { ...target, releaseId }, withHourOf(at, parts));
  return { changes: blockChanges(tallies, { at, parts }, of.forms), resets: tallies.resets, note: basis.note };
}

type Last = { releaseId: number; at: Date; series: ScrapeState } | null;

function basisOf(last: Last, { releaseId, at }: TargetScrape) {
  const none = { levels: {}, counts: {} };
  if (last === null)
    return { before: null, hour: none, note: "It is the first scrape: the next one gives increments." };
  if (last.releaseId !== releaseId) {
    return { before: null, hour: none, note: "The release is another one than at the last scrape." };
  }
  const hour = hourOf(last.at).getTime() === hourOf(at).getTime() ? last.series : none;
  const seconds = (at.getTime() - last.at.getTime()) / 1000;
  if (seconds > LONGEST_GAP_SECONDS) {
    return { before: null, hour, note: `The last scrape, of ${last.at.toISOString()}, is more than two hours older.` };
  }
  return { before: { counters: last.series.counters, seconds }, hour, note: null };
}

/** A target that was seen in an hour is one of the hour's, even if no time between two scrapes lies in it. */
function withHourOf(at: Date, parts: readonly HourPart[]): { hour: Date; seconds: number }[] {
  const hour = hourOf(at);
  const isThere = parts.some((part) => part.hour.getTime() === hour.getTime());
  return isThere ? [...parts] : [...parts, { hour, seconds: 0 }];
}

function shapeOf({ names }: EndpointScrape): Record<string, number> {
  return Object.fromEntries([...names].sort(([, a], [, b]) => b - a).slice(0, MOST_NAMES));
}
