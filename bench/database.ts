import { ensureDatabase } from "@/launch/postgres/embedded";
import { startThrowAway } from "@/launch/postgres/throw-away";
import { closeDatabase, type Database, openDatabase } from "@/lib/db/client";
import { migrate } from "@/prisma/migrate";

/** Runs the work on a fresh, migrated database of a server of its own. */
export async function withBenchDatabase(work: (db: Database) => Promise<void>): Promise<void> {
  const server = await startThrowAway();
  try {
    const url = await ensureDatabase(server, "waggle_bench");
    await migrate(url);
    const db = openDatabase(url);
    try {
      await work(db);
    } finally {
      await closeDatabase(db);
    }
  } finally {
    await server.stop();
  }
}
