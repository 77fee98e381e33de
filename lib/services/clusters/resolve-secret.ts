import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { config } from "@/lib/config";

/** Plain names only: a reference is no path and no variable of somebody else. */
const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,199}$/;
const MAX_BYTES = 64 * 1024;

/**
 * The secret that a reference names: the file of that name in `WAGGLE_SECRETS_DIR`, else the variable
 * `WAGGLE_REF_<NAME>` with the name in capitals and `_` for what is no letter and no digit. Null: there is none.
 */
export async function resolveSecret(ref: string, of = config().secrets): Promise<string | null> {
  if (!NAME.test(ref)) return null;
  const fromFile = of.dir === undefined ? null : await readSecretFile(join(of.dir, ref));
  const variable = of.variables[ref.toUpperCase().replace(/[^A-Z0-9]/g, "_")];
  return (fromFile ?? variable ?? "").trim() || null;
}

async function readSecretFile(path: string): Promise<string | null> {
  const bytes = await readFile(path).catch(() => null);
  return bytes === null || bytes.length > MAX_BYTES ? null : bytes.toString("utf8");
}
