import type { TestProject } from "vitest/node";
import { ensureDatabase } from "@/launch/postgres/embedded";
import { startThrowAway } from "@/launch/postgres/throw-away";
import { migrate } from "@/prisma/migrate";

declare module "vitest" {
  export interface ProvidedContext {
    /** Address of the test server's own database, from which databases are created. */
    testServerUrl: string;
  }
}

/** The migrated, empty database that every test database is copied from. */
export const TEMPLATE = "waggle_template";

/** One Postgres for the whole run, migrated once; Vitest calls what this returns at the end, also after failures. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startThrowAway();
  try {
    await migrate(await ensureDatabase(server, TEMPLATE));
  } catch (error) {
    await server.stop();
    throw error;
  }
  project.provide("testServerUrl", server.url("postgres"));
  return () => server.stop();
}
