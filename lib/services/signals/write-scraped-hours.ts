import { listObservedTime } from "@/lib/db/scrape-targets";
import { joinBlocks, listScrapedRows, lockScrapedBlocks, type ScrapedRow, settleBlocks } from "@/lib/db/scraped-blocks";
import { type BlockOrigin, ensurePartitions } from "@/lib/db/signal-blocks";
import type { Tx } from "@/lib/db/transaction";
import { addedHours, BLOCK_JOINS, type BlockChange, type BlockChanges } from "@/lib/domain/signals/hour-blocks";
import { coverageOf, type ScrapedHour, settleHour } from "@/lib/domain/signals/hour-settle";

/** Adds what the targets of one scrape said to the blocks of its hours, and settles those. Returns the hours. */
export async function writeScrapedHours(
  tx: Tx,
  origin: BlockOrigin,
  changes: readonly BlockChanges[],
): Promise<Date[]> {
  const hours = addedHours(changes);
  if (hours.length === 0) return [];
  await ensurePartitions(tx, hours);
  await lockScrapedBlocks(tx, origin);
  const observed = await listObservedHours(tx, origin, hours);
  const withCoverage = (change: BlockChange) => ({
    ...change,
    coverage: coverageOf({ observed: observedAt(observed, change.hour) }, change.signal),
  });
  for (const join of BLOCK_JOINS) {
    const joined = changes.flatMap((one) => one[join].map(withCoverage));
    await joinBlocks(tx, origin, join, joined);
  }
  await settle(tx, origin, observed);
  return hours;
}

/** By hour, in ms; what was observed of the endpoints in it. */
type ObservedHours = ReadonlyMap<number, ScrapedHour["observed"]>;

const observedAt = (observed: ObservedHours, hour: Date) => observed.get(hour.getTime()) ?? new Map();

async function listObservedHours(tx: Tx, origin: BlockOrigin, hours: readonly Date[]): Promise<ObservedHours> {
  const times = await listObservedTime(tx, origin, hours);
  const ofHour = (hour: Date) => times.filter((time) => time.hour.getTime() === hour.getTime());
  return new Map(hours.map((hour) => [hour.getTime(), new Map(ofHour(hour).map((time) => [time.endpoint, time]))]));
}

async function settle(tx: Tx, origin: BlockOrigin, observed: ObservedHours): Promise<void> {
  const hours = [...observed.keys()].map((time) => new Date(time));
  const rows = Map.groupBy(await listScrapedRows(tx, origin, hours), (row) => row.hour.getTime());
  const settled = hours.flatMap((hour) => {
    const ofHour = rows.get(hour.getTime()) ?? [];
    const buckets = Map.groupBy(
      ofHour.filter((row) => row.le !== null),
      (row) => row.signal,
    );
    const blocks = settleHour({
      observed: observedAt(observed, hour),
      wholes: new Map(ofHour.filter((row) => row.le === null).map((row) => [row.signal, row])),
      buckets: new Map([...buckets].map(([signal, bounds]) => [signal, bounds.map(toBucket)])),
    });
    return blocks.map((block) => ({ ...block, hour }));
  });
  await settleBlocks(tx, origin, settled);
}

function toBucket({ le, x }: ScrapedRow) {
  return { bound: le === "+Inf" ? Number.POSITIVE_INFINITY : Number(le), count: x ?? 0 };
}
