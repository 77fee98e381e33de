import type { Database } from "@/lib/db/client";
import { readHealth } from "@/lib/db/health";

/** A worker beats every 5 s; three missed beats and it counts as gone. */
export const HEARTBEAT_SECONDS = 5;
const ALIVE_SECONDS = 3 * HEARTBEAT_SECONDS;

export interface Health {
  ready: boolean;
  checks: { database: boolean; migrated: boolean; workers: number };
  waiting: number;
  oldestWaitingSeconds: number;
}

/** Whether requests can be answered and jobs run. Never throws. */
export async function checkHealth(db: Database, now: Date): Promise<Health> {
  try {
    const row = await readHealth(db, new Date(now.getTime() - ALIVE_SECONDS * 1000));
    return {
      ready: row.migrated && row.liveWorkers > 0,
      checks: { database: true, migrated: row.migrated, workers: row.liveWorkers },
      waiting: row.waiting,
      oldestWaitingSeconds: row.oldestWaitingSeconds,
    };
  } catch {
    return {
      ready: false,
      checks: { database: false, migrated: false, workers: 0 },
      waiting: 0,
      oldestWaitingSeconds: 0,
    };
  }
}
