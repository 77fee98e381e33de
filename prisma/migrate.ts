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

/** A migration began earlier and never finished; a person has to look. */
export class UnfinishedMigrationError extends Error {
  constructor(readonly migration: string) {
    super(`The migration ${migration} began earlier and did not finish.`);
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

function refuseUnsafeHistory(rows: HistoryRow[], known: Set<string>): void {
  const unknown = rows.map((row) => row.migration_name).filter((name) => !known.has(name));
  if (unknown.length > 0) throw new NewerDatabaseError(unknown);
  const unfinished = rows.find((row) => row.finished_at === null);
  if (unfinished) throw new UnfinishedMigrationError(unfinished.migration_name);
}

/**
 * Brings the database to the schema of this version. Safe to call from several processes at once.
 * Throws {@link NewerDatabaseError}, {@link UnfinishedMigrationError} or the connection's own error.
 */
export async function migrate(databaseUrl: string): Promise<{ applied: string[] }> {
  const client = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: CONNECT_TIMEOUT_MS });
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [LOCK_KEY]);
    const migrationsList = await migrationList();
    const known = new Set(migrationsList.migrationDirectories.map((directory) => directory.path));
    const rows = await history(client);
    refuseUnsafeHistory(rows, known);
    // The job queue keeps a schema of its own; verbs add jobs to it in their transactions.
    await migrateJobs({ connectionString: databaseUrl });
    if (rows.length === known.size) return { applied: [] };
    const result = await withSchemaEngine(databaseUrl, (engine) =>
      engine.applyMigrations({ migrationsList, filters: { externalTables: [], externalEnums: [] } }),
    );
    return { applied: result.appliedMigrationNames };
  } finally {
    await client.end();
  }
}
