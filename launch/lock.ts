import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as sleep } from "node:timers/promises";
import { Problem } from "./problem";

export interface Lock {
  /** The previous holder did not say goodbye: it was killed, or the machine went down. */
  previousWasKilled: boolean;
  release(): Promise<void>;
}

function tryToLock(database: DatabaseSync): boolean {
  try {
    database.exec("BEGIN EXCLUSIVE");
    return true;
  } catch (error) {
    if (error instanceof Error && /locked/.test(error.message)) return false;
    database.close();
    throw error;
  }
}

/**
 * Makes this process the only one that runs on a folder. The lock is SQLite's lock on a file: the operating system
 * takes it back whenever and however the holder ends, so there is no stale lock and no guess about a reused process id.
 * The process id beside it is only for the message.
 * @param patienceMs how long to wait for a holder that is about to stop
 */
export async function lockFolder(folder: string, patienceMs: number): Promise<Lock> {
  const holderFile = join(folder, "launcher.pid");
  const database = new DatabaseSync(join(folder, "launcher.lock"));
  const deadline = Date.now() + patienceMs;
  while (!tryToLock(database)) {
    if (Date.now() < deadline) {
      await sleep(200);
      continue;
    }
    database.close();
    const holder = await readFile(holderFile, "utf8").catch(() => "unknown");
    throw new Problem(`Waggle already runs on ${folder} (process ${holder}): stop it, or set another WAGGLE_DATA_DIR.`);
  }
  const previousWasKilled = await readFile(holderFile).then(
    () => true,
    () => false,
  );
  await writeFile(holderFile, String(process.pid));
  return {
    previousWasKilled,
    release: async () => {
      await rm(holderFile, { force: true });
      database.close();
    },
  };
}
