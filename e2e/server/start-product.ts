import { randomBytes } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildApp } from "@/launch/build";
import type { CleanUp } from "@/launch/clean-up";
import { ensureDatabase } from "@/launch/postgres/embedded";
import { startThrowAway } from "@/launch/postgres/throw-away";
import { localAddress, startApp, startWorker, untilReady } from "@/launch/processes";
import { migrate } from "@/prisma/migrate";
import { ADMIN, ADMIN_TOKEN } from "./known";

const FAILURE = /"level":"(error|fatal)"/;

/** Shows what the product itself complained about, which the browser tests cannot see. */
async function reportFailures(logs: string[]): Promise<void> {
  for (const log of logs) {
    const lines = (await readFile(log, "utf8")).split("\n").filter((line) => FAILURE.test(line));
    for (const line of lines.slice(-20)) process.stderr.write(`${line}\n`);
  }
}

/**
 * Starts the built product, app and worker, on a throw-away database and without the demo fleet; resolves when it is
 * ready. Stopping and removing it is registered with `cleanUp`.
 */
export async function startProduct(port: number, cleanUp: CleanUp): Promise<string> {
  const dataDir = await mkdtemp(join(tmpdir(), "waggle-e2e-"));
  cleanUp.add(() => rm(dataDir, { recursive: true, force: true }));
  const server = await startThrowAway();
  cleanUp.add(server.stop);
  const databaseUrl = await ensureDatabase(server, "waggle");
  await migrate(databaseUrl);
  await buildApp(dataDir);

  const secret = () => randomBytes(32).toString("base64url");
  const settings = {
    host: "127.0.0.1",
    port,
    databaseUrl,
    dataDir,
    launchToken: secret(),
    sessionSecret: secret(),
    logLevel: "info",
    extra: {
      WAGGLE_BOOTSTRAP_TOKEN: ADMIN_TOKEN,
      WAGGLE_ADMIN_EMAIL: ADMIN.email,
      WAGGLE_ADMIN_PASSWORD: ADMIN.password,
      WAGGLE_DEMO: "off",
    },
  };
  const processes = [startWorker(settings), startApp(settings)];
  cleanUp.add(() => reportFailures(processes.map((child) => child.log.path)));
  for (const child of processes) cleanUp.add(child.stop);
  const address = localAddress(settings);
  await untilReady(address, processes);
  return address;
}
