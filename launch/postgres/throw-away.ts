import { randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import { chown, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmbedded } from "./embedded";
import type { PostgresServer } from "./server";
import { canUse, serverUser } from "./system-user";

/** Nothing in a throw-away server must survive a power cut, so it need not wait for the disk. */
const FAST = { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_connections: "200" };

/**
 * A server in a temporary folder, for one run of tests. `stop` removes the folder; so does the end of this process, and
 * the server itself never outlives it.
 */
export async function startThrowAway(): Promise<PostgresServer> {
  const user = await serverUser("");
  const make = async (parent: string) => {
    const folder = await mkdtemp(join(parent, "waggle-postgres-"));
    if (user) await chown(folder, user.uid, user.gid);
    return folder;
  };
  let folder = await make(tmpdir());
  if (user && !(await canUse(user, folder))) {
    await rm(folder, { recursive: true });
    folder = await make("/tmp");
  }
  const removeAtExit = () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  process.once("exit", removeAtExit);

  const home = { folder, data: join(folder, "data"), user };
  const server = await startEmbedded({ home, password: randomBytes(32).toString("base64url"), settings: FAST });
  const stop = async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    process.off("exit", removeAtExit);
  };
  return { ...server, stop };
}
