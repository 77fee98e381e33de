import type { MigrationList } from "@prisma/schema-engine-wasm/schema_engine_bg";
import { runMigrations as migrateJobs } from "graphile-worker";
import { Client } from "pg";
import { migrationList } from "./migration-files";
import { withSchemaEngine } from "./schema-engine";

/** Any constant: replicas that start together queue up behind it, so that one migrates and the others find it done. */
const LOCK_KEY = 5_790_113_046;
const CONNECT_TIMEOUT_MS = 8_000;

/** The database holds migrations that this version of Waggle does not know. */
export class NewerDatabaseError extends Error {
  constructor(readonly unknownMigrations: string[]) {
    super(`The database was migrated by a newer version of Waggle (${unknownMigrations.join(", ")}).`);
  }
}

/** A migration was refused by the database; nothing of it remains. */
export class MigrationFailedError extends Error {
  constructor(readonly reason: string) {
    super(`The database cannot be migrated: ${reason}`);
  }
}

interface HistoryRow {
  migration_name: string;
  finished_at: Date | null;
}

async function history(client: Client): Promise<HistoryRow[]> {
  const table = await client.query<{ name: string | null }>("SELECT to_regclass('_prisma_migrations')::text AS name");
  if (table.rows[0]?.name == null) return [];
  const rows = await client.query<HistoryRow>(
    "SELECT migration_name, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY started_at",
  );
  return rows.rows;
}

function refuseUnknown(rows: HistoryRow[], known: Set<string>): void {
  const unknown = rows.map((row) => row.migration_name).filter((name) => !known.has(name));
  if (unknown.length > 0) throw new NewerDatabaseError(unknown);
}

/** Applies what is missing. What a killed start left unfinished left no trace but its row: it is tried again. */
async function apply(databaseUrl: string, migrationsList: MigrationList, unfinished: string[]): Promise<string[]> {
  return withSchemaEngine(databaseUrl, async (engine) => {
    for (const migrationName of unfinished) await engine.markMigrationRolledBack({ migrationName });
    const filters = { externalTables: [], externalEnums: [] };
    return (await engine.applyMigrations({ migrationsList, filters })).appliedMigrationNames;
  }).catch((error: unknown) => {
    const message = error instanceof Error ? error.message : String(error);
    const line = message.split("\n").find((each) => each.includes("ERROR:")) ?? message.split("\n")[0];
    throw new MigrationFailedError(line?.replace(/^.*ERROR: /, "") ?? message);
  });
}

/**
 * Brings the database to the schema of this version. Safe to call from several processes at once.
 * Throws {@link NewerDatabaseError}, {@link MigrationFailedError} or the connection's own error.
 */
export async function migrate(databaseUrl: string): Promise<{ applied: string[] }> {
  const client = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: CONNECT_TIMEOUT_MS });
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [LOCK_KEY]);
    const migrationsList = await migrationList();
    const known = new Set(migrationsList.migrationDirectories.map((directory) => directory.path));
    const rows = await history(client);
    refuseUnknown(rows, known);
    const unfinished = rows.filter((row) => row.finished_at === null).map((row) => row.migration_name);
    const complete = rows.length === known.size && unfinished.length === 0;
    const applied = complete ? [] : await apply(databaseUrl, migrationsList, unfinished);
    // The job queue keeps a schema of its own; verbs add jobs to it in their transactions.
    await migrateJobs({ connectionString: databaseUrl });
    return { applied };
  } finally {
    await client.end();
  }
}
