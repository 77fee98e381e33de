import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Problem } from "./problem";

export interface Lock {
  /** The previous holder did not say goodbye: it was killed, or the machine went down. */
  previousWasKilled: boolean;
  release(): Promise<void>;
}

/**
 * Makes this process the only one that runs on a folder. The lock is SQLite's lock on a file: the operating system
 * takes it back whenever and however the holder ends, so there is no stale lock and no guess about a reused process id.
 * The process id beside it is only for the message.
 */
export async function lockFolder(folder: string): Promise<Lock> {
  const holderFile = join(folder, "launcher.pid");
  const database = new DatabaseSync(join(folder, "launcher.lock"));
  try {
    database.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    database.close();
    if (!(error instanceof Error && /locked/.test(error.message))) throw error;
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
