import { randomUUID } from "node:crypto";
import { Client, escapeIdentifier } from "pg";
import { inject } from "vitest";
import { TEMPLATE } from "./postgres-server";

export interface TestDatabase {
  url: string;
  /** Removes the database, cutting off whoever is still connected. */
  drop(): Promise<void>;
}

async function onServer(sql: string): Promise<void> {
  const client = new Client({ connectionString: inject("testServerUrl") });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}

/**
 * A migrated, empty database of its own, in some tens of milliseconds. Create it in `beforeAll` (one per file) or
 * `beforeEach`, and drop it in the matching `after…`.
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await onServer(`CREATE DATABASE ${escapeIdentifier(name)} TEMPLATE ${escapeIdentifier(TEMPLATE)}`);
  const url = new URL(inject("testServerUrl"));
  url.pathname = `/${name}`;
  return {
    url: url.href,
    drop: () => onServer(`DROP DATABASE IF EXISTS ${escapeIdentifier(name)} WITH (FORCE)`),
  };
}
