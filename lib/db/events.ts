import type { Database } from "./client";
import { EVENT_CHANNEL } from "./journal";
import { queryableOf } from "./transaction";

export interface EventRow {
  id: number;
  kind: string;
  at: Date;
  payload: unknown;
}

/** Events after the given id, in the order in which they were committed. */
export async function listEventsAfter(db: Database, id: number, limit: number): Promise<EventRow[]> {
  return queryableOf(db).query<EventRow & Record<string, unknown>>(
    "SELECT id::int8::float8 AS id, kind, at, payload FROM event WHERE id > $1 ORDER BY id LIMIT $2",
    [id, limit],
  );
}

/** The ids of the last event and of the oldest that is still kept; 0 where there is none. */
export async function eventBounds(db: Database): Promise<{ last: number; oldest: number }> {
  const [row] = await queryableOf(db).query<{ last: number; oldest: number }>(
    `SELECT (SELECT event_id::float8 FROM journal_head WHERE id = 1) AS last,
            coalesce((SELECT min(id)::float8 FROM event), 0) AS oldest`,
  );
  return row ?? { last: 0, oldest: 0 };
}

/**
 * The id after which every event that is younger than `before` comes: that of the last older one, or where none is kept
 * that is older, one less than the oldest.
 */
export async function lastEventIdBefore(db: Database, before: Date): Promise<number> {
  const [row] = await queryableOf(db).query<{ id: number }>(
    `SELECT coalesce((SELECT max(id) FROM event WHERE at < $1), (SELECT min(id) - 1 FROM event),
                     (SELECT event_id FROM journal_head WHERE id = 1), 0)::float8 AS id`,
    [before],
  );
  return row?.id ?? 0;
}

/** Forgets events from before then. */
export async function deleteEventsBefore(db: Database, before: Date): Promise<void> {
  await queryableOf(db).query("DELETE FROM event WHERE at < $1", [before]);
}

/**
 * Calls back whenever an event is committed by any replica, until the signal aborts. Runs until then; a lost
 * connection rejects, and the caller listens again.
 */
export async function listenForEvents(db: Database, onEvent: () => void, signal: AbortSignal): Promise<void> {
  const connection = await db.pool.connect();
  let failure: Error | undefined;
  try {
    await connection.query(`LISTEN ${EVENT_CHANNEL}`);
    connection.on("notification", onEvent);
    await new Promise<void>((resolve, reject) => {
      connection.on("error", reject);
      connection.on("end", () => reject(new Error("the connection ended")));
      if (signal.aborted) resolve();
      signal.addEventListener("abort", () => resolve(), { once: true });
    });
  } catch (error) {
    failure = error instanceof Error ? error : new Error(String(error));
    throw failure;
  } finally {
    // Not given back: a connection that listens would be told of events for ever.
    connection.release(failure ?? true);
  }
}
