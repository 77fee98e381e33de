import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { nextCommand } from "./build";
import { type Child, supervise } from "./children";
import { openLog } from "./log-file";
import { Problem } from "./problem";

/** What the processes of one running product need to know. */
export interface ProductSettings {
  host: string;
  port: number;
  databaseUrl: string;
  dataDir: string;
  /** Admin API token of the launcher and the demo fleet. */
  launchToken: string;
  sessionSecret: string;
  logLevel: string;
  /** Further settings of the app and the worker. */
  extra?: Record<string, string>;
}

const READY_PATIENCE_MS = 120_000;
/** So many failures in a row during the start are a reason to give up. */
const HOPELESS = 3;

/** Where this machine reaches the app, also when it listens on every address. */
export function localAddress({ host, port }: Pick<ProductSettings, "host" | "port">): string {
  const reachable = host === "0.0.0.0" ? "127.0.0.1" : host === "::" ? "::1" : host;
  return `http://${reachable.includes(":") ? `[${reachable}]` : reachable}:${port}`;
}

/** The environment of the app and the worker: ours, with what the launcher decided. */
export function productEnvironment(settings: ProductSettings): NodeJS.ProcessEnv {
  return {
    ...process.env,
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    HOST: settings.host,
    PORT: String(settings.port),
    DATABASE_URL: settings.databaseUrl,
    WAGGLE_DATA_DIR: settings.dataDir,
    WAGGLE_LAUNCH_TOKEN: settings.launchToken,
    WAGGLE_SECRET: settings.sessionSecret,
    LOG_LEVEL: settings.logLevel,
    ...settings.extra,
  };
}

const logsFolder = (settings: ProductSettings) => join(settings.dataDir, "logs");

/**
 * How long an idle connection stays open. Node's 5 seconds are shorter than what load balancers and API clients keep
 * one for (60 seconds are common), and a call sent while it is being closed is lost with ECONNRESET.
 */
const KEEP_ALIVE_MS = 75_000;

export function startApp(settings: ProductSettings): Child {
  const listen = ["-H", settings.host, "-p", String(settings.port)];
  const args = [nextCommand, "start", ...listen, "--keepAliveTimeout", String(KEEP_ALIVE_MS)];
  const log = openLog(logsFolder(settings), "app");
  return supervise({ name: "app", args, env: productEnvironment(settings), log, graceMs: 4000 });
}

export function startWorker(settings: ProductSettings): Child {
  const args = ["--import", "tsx", "lib/worker/main.ts"];
  const log = openLog(logsFolder(settings), "worker");
  return supervise({ name: "worker", args, env: productEnvironment(settings), log, graceMs: 8000 });
}

/** The demo fleet gets an address and a token, and neither the database nor a secret. */
export function startDemoFleet(settings: ProductSettings): Child {
  const { PATH, HOME, TMPDIR, TZ } = process.env;
  const env = {
    NODE_ENV: "production" as const,
    PATH,
    HOME,
    TMPDIR,
    TZ,
    LOG_LEVEL: settings.logLevel,
    WAGGLE_URL: localAddress(settings),
    WAGGLE_SANDBOX_TOKEN: settings.launchToken,
  };
  const log = openLog(logsFolder(settings), "demo-fleet");
  return supervise({ name: "demo fleet", args: ["--import", "tsx", "sandbox/main.ts"], env, log, graceMs: 3000 });
}

/** Waits until `/readyz` says yes; throws a {@link Problem} when a process keeps failing or time is up. */
export async function untilReady(address: string, processes: Child[]): Promise<void> {
  const deadline = Date.now() + READY_PATIENCE_MS;
  while (Date.now() < deadline) {
    const answer = await fetch(`${address}/readyz`, { signal: AbortSignal.timeout(5000) }).catch(() => undefined);
    await answer?.body?.cancel();
    if (answer?.ok) return;
    const hopeless = processes.find((child) => child.failures() >= HOPELESS);
    if (hopeless) {
      throw new Problem(`The ${hopeless.name} does not start: ${hopeless.log.lastLine()} (log: ${hopeless.log.path})`);
    }
    await sleep(200);
  }
  throw new Problem(`Waggle is not ready after ${READY_PATIENCE_MS / 1000} s; ${address}/readyz says why.`);
}
