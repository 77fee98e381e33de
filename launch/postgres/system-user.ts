import { execFile } from "node:child_process";
import { stat } from "node:fs/promises";
import { promisify } from "node:util";
import { Problem } from "@/launch/problem";

const run = promisify(execFile);

/** Whom the server runs as, when not as ourselves. */
export interface SystemUser {
  uid: number;
  gid: number;
}

const NAME = "postgres";

async function lookUp(): Promise<SystemUser | undefined> {
  try {
    const [uid, gid] = await Promise.all([run("id", ["-u", NAME]), run("id", ["-g", NAME])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return undefined;
  }
}

async function create(): Promise<SystemUser | undefined> {
  await run("useradd", ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", NAME]);
  return lookUp();
}

/**
 * Postgres refuses to run as root. For root this is the owner of an existing data folder, else the system's `postgres`
 * user, created when it is missing; for anyone else undefined, which means "as ourselves".
 */
export async function serverUser(existingData: string): Promise<SystemUser | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const owner = await stat(existingData).catch(() => undefined);
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const user = (await lookUp()) ?? (await create().catch(() => undefined));
  if (user) return user;
  throw new Problem(
    "Postgres does not run as root and the user postgres cannot be created: run as another user or set DATABASE_URL.",
  );
}

/** May `user` enter this folder? Asks the system, so that access lists and every parent folder count. */
export async function canUse(user: SystemUser, folder: string): Promise<boolean> {
  return run("/bin/sh", ["-c", 'cd "$1" && test -x .', "sh", folder], { ...user, cwd: "/" }).then(
    () => true,
    () => false,
  );
}
