import { randomBytes } from "node:crypto";
import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";

const secretsSchema = z.object({
  /** Password of the embedded database. */
  databasePassword: z.string().min(32),
  /** Signs sessions, unless WAGGLE_SECRET is set. */
  sessionSecret: z.string().min(32),
  /** Admin API token with which the demo fleet reports. */
  launchToken: z.string().min(32),
});

export type Secrets = z.infer<typeof secretsSchema>;

/** Generated once per data folder and readable by its owner only. */
export async function loadSecrets(dataDir: string): Promise<Secrets> {
  const file = join(dataDir, "secrets.json");
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
  if (text !== undefined) return secretsSchema.parse(JSON.parse(text));

  const secret = () => randomBytes(32).toString("base64url");
  const secrets = { databasePassword: secret(), sessionSecret: secret(), launchToken: secret() };
  // Written whole or not at all: a half-written file would lock the database's owner out.
  await writeFile(`${file}.new`, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  await rename(`${file}.new`, file);
  return secrets;
}
