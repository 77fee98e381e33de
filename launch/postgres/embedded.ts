import { Client, escapeIdentifier } from "pg";
import { findBinaries } from "./binaries";
import { type PostgresHome, PUBLIC_FOLDER } from "./home";
import { stopLeftover } from "./leftover";
import { initialise, type PostgresServer, startServer } from "./server";

interface EmbeddedOptions {
  home: PostgresHome;
  password: string;
  settings?: Record<string, string>;
  onOutput?: (text: string) => void;
}

/** Creates the cluster when there is none, clears what a killed predecessor left, and starts the server. */
export async function startEmbedded(options: EmbeddedOptions): Promise<PostgresServer> {
  const binaries = await findBinaries(options.home.user, PUBLIC_FOLDER);
  const created = await initialise({ ...options, binaries });
  if (!created) await stopLeftover(options.home.data);
  return startServer({ ...options, binaries });
}

/** Runs one statement on the server's own database, as its owner. */
export async function onServer(server: PostgresServer, sql: string, values: unknown[] = []): Promise<unknown[]> {
  const client = new Client({ connectionString: server.url("postgres") });
  await client.connect();
  try {
    return (await client.query(sql, values)).rows;
  } finally {
    await client.end();
  }
}

/** The address of the database `name`, which is created when it does not exist. */
export async function ensureDatabase(server: PostgresServer, name: string): Promise<string> {
  const found = await onServer(server, "SELECT 1 FROM pg_database WHERE datname = $1", [name]);
  if (found.length === 0) await onServer(server, `CREATE DATABASE ${escapeIdentifier(name)}`);
  return server.url(name);
}
