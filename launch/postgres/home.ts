import { createHash } from "node:crypto";
import { access, chmod, chown, constants, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { canUse, type SystemUser, serverUser } from "./system-user";

/** Where root keeps what the server's user must reach when the data folder is closed to it. */
export const PUBLIC_FOLDER = "/var/lib/waggle";

export interface PostgresHome {
  /** Holds the server's data folder and the launcher's lock. */
  folder: string;
  /** The cluster itself, `PGDATA`. */
  data: string;
  user: SystemUser | undefined;
}

/** Creates the folder for settings and data; root leaves it passable, so that the server's user reaches its own part. */
export async function prepareDataDir(dataDir: string): Promise<void> {
  const mode = process.getuid?.() === 0 ? 0o711 : 0o700;
  await mkdir(dataDir, { recursive: true, mode });
  await access(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
}

async function create(folder: string, user: SystemUser | undefined): Promise<PostgresHome> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if (user) await chown(folder, user.uid, user.gid);
  return { folder, data: join(folder, "data"), user };
}

/**
 * The folder the embedded server lives in: `<data folder>/postgres`; for root in a checkout that only root may enter a
 * folder under /var/lib/waggle. Then `<data folder>/postgres-location` names it, so that the data is still found when
 * the checkout is moved.
 */
export async function postgresHome(dataDir: string, publicFolder = PUBLIC_FOLDER): Promise<PostgresHome> {
  const pointer = join(dataDir, "postgres-location");
  const elsewhere = await readFile(pointer, "utf8").catch(() => undefined);
  const near = join(dataDir, "postgres");
  const folder = elsewhere?.trim() ?? near;
  const user = await serverUser(join(folder, "data"));
  if (elsewhere !== undefined) return create(folder, user);

  const home = await create(near, user);
  if (user === undefined || (await canUse(user, near))) return home;
  await rm(near, { recursive: true });
  const name = createHash("sha256").update(dataDir).digest("hex").slice(0, 12);
  await mkdir(publicFolder, { recursive: true });
  await chmod(publicFolder, 0o755);
  const distant = await create(join(publicFolder, name), user);
  await writeFile(pointer, `${distant.folder}\n`);
  return distant;
}
