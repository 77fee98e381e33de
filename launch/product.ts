// `npm start`, once everything is installed: database, build, processes; stops them in the opposite order.
import { relative } from "node:path";
import { type Config, loadConfig } from "@/lib/config";
import { buildApp } from "./build";
import type { Child } from "./children";
import { CleanUp } from "./clean-up";
import { claimDatabase, migrateDatabase, openEmbeddedDatabase } from "./database";
import { requireFreePort } from "./port";
import { prepareDataDir } from "./postgres/home";
import { explain, Problem } from "./problem";
import {
  localAddress,
  type ProductSettings,
  productEnvironment,
  startApp,
  startDemoFleet,
  startWorker,
  untilReady,
} from "./processes";
import { say, step, surviveClosedOutput } from "./progress";
import { runNode } from "./run-node";
import { loadSecrets } from "./secrets";

/** A killed predecessor's app may need a moment to notice and let the port go. */
const PORT_PATIENCE_MS = 8000;

const cleanUp = new CleanUp();
let stopping = false;

async function stop(exitCode: number, lines: string[]): Promise<void> {
  if (stopping) return;
  stopping = true;
  for (const line of lines) process.stderr.write(`waggle: ${line}\n`);
  await cleanUp.run();
  process.exit(exitCode);
}

async function prepare(config: Config): Promise<ProductSettings> {
  await prepareDataDir(config.dataDir);
  const embedded = config.databaseUrl === undefined ? await claimDatabase(config, cleanUp) : undefined;
  await requireFreePort(config.host, config.port, embedded?.previousWasKilled ? PORT_PATIENCE_MS : 0);
  const secrets = await loadSecrets(config.dataDir);
  const onLoss = (reason: string) => void stop(1, [reason]);
  const databaseUrl =
    config.databaseUrl ??
    (embedded && (await openEmbeddedDatabase(config, embedded.home, secrets.databasePassword, cleanUp, onLoss)));
  if (databaseUrl === undefined) throw new Problem("There is no database.");
  await migrateDatabase(databaseUrl);
  await buildApp(config.dataDir);
  return {
    host: config.host,
    port: config.port,
    databaseUrl,
    dataDir: config.dataDir,
    launchToken: secrets.launchToken,
    sessionSecret: config.secret ?? secrets.sessionSecret,
    logLevel: config.logLevel,
  };
}

function keep(child: Child): Child {
  cleanUp.add(child.stop);
  return child;
}

async function run(): Promise<void> {
  const config = loadConfig();
  const settings = await prepare(config);
  if (stopping) return;
  const processes = [keep(startWorker(settings)), keep(startApp(settings))];
  await step("Starting the app and the worker", () => untilReady(localAddress(settings), processes));
  if (stopping) return;
  if (config.demo) keep(startDemoFleet(settings));
  await welcome(config, settings);
}

async function welcome(config: Config, settings: ProductSettings): Promise<void> {
  const link = await runNode(["--import", "tsx", "launch/sign-in-link.ts"], productEnvironment(settings));
  const url = link.ok ? link.stdout.trim() : "";
  const dataDir = relative(process.cwd(), config.dataDir) || config.dataDir;
  say("");
  say(`Waggle is ready: ${config.publicUrl}`);
  say(url === "" ? "Sign in with your account." : `Sign in as the first admin (works once): ${url}`);
  if (config.demo) say("The demo fleet is reporting; WAGGLE_DEMO=off starts without it.");
  say(`Data and logs are in ${dataDir}. Ctrl-C stops everything.`);
}

surviveClosedOutput();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => {
    if (!stopping) say("Stopping …");
    void stop(0, []);
  });
}
if (process.env.WAGGLE_LEASH === "stdin") {
  // Whoever started us holds the other end; its end means that it is gone.
  delete process.env.WAGGLE_LEASH;
  process.stdin.on("error", () => undefined);
  process.stdin.on("close", () => void stop(0, [])).resume();
}

run().catch((error: unknown) => stop(1, explain(error)));
