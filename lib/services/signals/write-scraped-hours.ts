import { listObservedTime } from "@/lib/db/scrape-targets";
import { joinBlocks, listScrapedRows, lockScrapedBlocks, settleBlocks } from "@/lib/db/scraped-blocks";
import { type BlockOrigin, ensurePartitions } from "@/lib/db/signal-blocks";
import type { Tx } from "@/lib/db/transaction";
import { addedHours, BLOCK_JOINS, type BlockChanges } from "@/lib/domain/signals/hour-blocks";
import { type ScrapedHour, settleHour } from "@/lib/domain/signals/hour-settle";

/** Adds what the targets of one scrape said to the blocks of its hours, and settles those. Returns the hours. */
export async function writeScrapedHours(
  tx: Tx,
  origin: BlockOrigin & { release: string },
  changes: readonly BlockChanges[],
): Promise<Date[]> {
  const hours = addedHours(changes);
  if (hours.length === 0) return [];
  await ensurePartitions(tx, hours);
  await lockScrapedBlocks(tx, origin);
  for (const join of BLOCK_JOINS) {
    await joinBlocks(
      tx,
      origin,
      join,
      changes.flatMap((one) => one[join]),
    );
  }
  await settle(tx, origin, hours);
  return hours;
}

async function settle(tx: Tx, origin: BlockOrigin & { release: string }, hours: readonly Date[]): Promise<void> {
  const rows = await listScrapedRows(tx, origin, hours);
  const times = await listObservedTime(tx, origin, hours);
  const settled = hours.flatMap((hour) => {
    const isOfHour = (row: { hour: Date }) => row.hour.getTime() === hour.getTime();
    const ofHour = rows.filter(isOfHour);
    const buckets = Map.groupBy(
      ofHour.filter((row) => row.le !== null),
      (row) => row.signal,
    );
    const scraped: ScrapedHour = {
      release: origin.release,
      observed: new Map(times.filter(isOfHour).map((time) => [time.endpoint, time])),
      wholes: new Map(ofHour.filter((row) => row.le === null).map((row) => [row.signal, row])),
      buckets: new Map(
        [...buckets].map(([signal, bounds]) => [
          signal,
          bounds.map(({ le, x }) => ({ bound: boundOf(le), count: x ?? 0 })),
        ]),
      ),
    };
    return settleHour(scraped).map((block) => ({ ...block, hour }));
  });
  await settleBlocks(tx, origin, settled);
}

function boundOf(le: string | null): number {
  return le === "+Inf" ? Number.POSITIVE_INFINITY : Number(le);
}
