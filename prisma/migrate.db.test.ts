import { Client } from "pg";
import { afterEach, beforeEach, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/lib/testing/database";
import { MigrationFailedError, migrate, NewerDatabaseError } from "./migrate";
import { migrationNames } from "./migration-files";

let database: TestDatabase;

beforeEach(async () => {
  database = await createTestDatabase();
});
afterEach(() => database.drop());

async function run(sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: database.url });
  await client.connect();
  return client
    .query(sql)
    .then((result) => result.rows)
    .finally(() => client.end());
}

/** What a killed start leaves: Prisma's row that the first migration began, and nothing of the migration itself. */
async function brokenOffMigration(): Promise<void> {
  const [first] = await migrationNames();
  await run(`CREATE TABLE _prisma_migrations (id varchar(36) PRIMARY KEY, checksum varchar(64) NOT NULL,
      finished_at timestamptz, migration_name varchar(255) NOT NULL, logs text, rolled_back_at timestamptz,
      started_at timestamptz NOT NULL DEFAULT now(), applied_steps_count integer NOT NULL DEFAULT 0);
    INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ('broken off', '', '${first}')`);
}

const startOver = () => run("DROP SCHEMA public CASCADE; CREATE SCHEMA public");

it("applies every migration once, however many replicas start together", async () => {
  await startOver();
  const results = await Promise.all([migrate(database.url), migrate(database.url), migrate(database.url)]);
  expect(results.flatMap((result) => result.applied)).toEqual(await migrationNames());
  expect(await migrate(database.url)).toEqual({ applied: [] });
});

it("refuses a database that a newer version migrated, and names what it does not know", async () => {
  await run(`INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
             VALUES ('newer', '', '29990101000000_newer', now(), 1)`);
  const refusal = migrate(database.url);
  await expect(refusal).rejects.toBeInstanceOf(NewerDatabaseError);
  await expect(refusal).rejects.toThrow("29990101000000_newer");
});

it("goes on after a start that was killed in the middle of a migration", async () => {
  await startOver();
  await brokenOffMigration();
  expect(await migrate(database.url)).toEqual({ applied: await migrationNames() });
});

it("leaves nothing of a migration that the database refuses, and says why", async () => {
  await startOver();
  await brokenOffMigration();
  await run("CREATE TABLE session (id integer)");
  const failure = migrate(database.url);
  await expect(failure).rejects.toBeInstanceOf(MigrationFailedError);
  await expect(failure).rejects.toThrow('relation "session" already exists');
  const tables = await run("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1");
  expect(tables).toEqual([{ tablename: "_prisma_migrations" }, { tablename: "session" }]);
});
