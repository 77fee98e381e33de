import { join } from "node:path";
import type { Config } from "@/lib/config";
import { migrate } from "@/prisma/migrate";
import type { CleanUp } from "./clean-up";
import { lockFolder } from "./lock";
import { openLog } from "./log-file";
import { ensureDatabase, startEmbedded } from "./postgres/embedded";
import { type PostgresHome, postgresHome } from "./postgres/home";
import { databaseProblem, problemInOutput } from "./problem";
import { step } from "./progress";

/** A predecessor whose npm was killed stops within seconds. */
const LOCK_PATIENCE_MS = 5000;

/** Claims the embedded database's folder for this process; tells whether the previous holder was killed. */
export async function claimDatabase(config: Config, cleanUp: CleanUp) {
  const home = await postgresHome(config.dataDir);
  const lock = await lockFolder(home.folder, LOCK_PATIENCE_MS);
  cleanUp.add(lock.release);
  return { home, previousWasKilled: lock.previousWasKilled };
}

/** Starts the embedded server and returns the database's address. `onLoss` is called when the server ends by itself. */
export async function openEmbeddedDatabase(
  config: Config,
  home: PostgresHome,
  password: string,
  cleanUp: CleanUp,
  onLoss: (reason: string) => void,
): Promise<string> {
  const log = openLog(join(config.dataDir, "logs"), "postgres");
  const server = await step("Starting the embedded Postgres", () =>
    startEmbedded({ home, password, onOutput: log.write }),
  );
  let expected = false;
  cleanUp.add(() => {
    expected = true;
    return server.stop();
  });
  void server.ended.then((output) => {
    if (expected) return;
    onLoss(problemInOutput(output)?.message ?? `The embedded Postgres ended by itself: ${log.lastLine()}`);
  });
  return ensureDatabase(server, "waggle");
}

/** Brings the database to this version's schema. Throws a one-line problem when it cannot be reached or migrated. */
export async function migrateDatabase(databaseUrl: string): Promise<void> {
  await step("Migrating the database", () => migrate(databaseUrl)).catch((error: unknown) => {
    throw databaseProblem(databaseUrl, error);
  });
}
