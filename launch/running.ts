import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";

const runningSchema = z.object({ publicUrl: z.string(), databaseUrl: z.string() });

/** Where the running product is reached; the port of the embedded database is another one at every start. */
export type Running = z.infer<typeof runningSchema>;

const fileIn = (dataDir: string) => join(dataDir, "running.json");

/** Tells other commands on this data folder where the product runs, until the returned function is called. */
export async function announce(dataDir: string, running: Running): Promise<() => Promise<void>> {
  await rm(fileIn(dataDir), { force: true });
  await writeFile(fileIn(dataDir), JSON.stringify(running), { mode: 0o600 });
  return () => rm(fileIn(dataDir), { force: true });
}

/** What runs on this data folder, as far as is known: after a kill the answer is out of date. */
export async function findRunning(dataDir: string): Promise<Running | undefined> {
  const text = await readFile(fileIn(dataDir), "utf8").catch(() => undefined);
  return text === undefined ? undefined : runningSchema.parse(JSON.parse(text));
}
