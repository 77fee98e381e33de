// `npm start`, once everything is installed: database, build, processes; it stops them in the opposite order.
import { relative } from "node:path";
import { type Config, loadConfig } from "@/lib/config";
import { buildApp } from "./build";
import { type Lifecycle, live } from "./lifecycle";
import { prepare } from "./prepare";
import {
  localAddress,
  type ProductSettings,
  productEnvironment,
  startApp,
  startDemoFleet,
  startWorker,
  untilReady,
} from "./processes";
import { say, step } from "./progress";
import { runNode } from "./run-node";
import { announce } from "./running";

async function run({ cleanUp, stopping, fail }: Lifecycle): Promise<void> {
  const config = loadConfig();
  const settings = await prepare(config, cleanUp, fail);
  await buildApp(config.dataDir);
  if (stopping()) return;
  const worker = startWorker(settings);
  cleanUp.add(worker.stop);
  const app = startApp(settings);
  cleanUp.add(app.stop);
  await step("Starting the app and the worker", () => untilReady(localAddress(settings), [worker, app]));
  if (stopping()) return;
  if (config.demo) cleanUp.add(startDemoFleet(settings).stop);
  cleanUp.add(await announce(settings.dataDir, { publicUrl: config.publicUrl, databaseUrl: settings.databaseUrl }));
  await welcome(config, settings);
}

async function welcome(config: Config, settings: ProductSettings): Promise<void> {
  const link = await runNode(["--import", "tsx", "launch/sign-in-link.ts"], productEnvironment(settings));
  const url = link.ok ? link.stdout.trim() : "";
  say("");
  say(`Waggle is ready: ${config.publicUrl}`);
  say(url === "" ? "Sign in with your account." : `Sign in as the first admin, with a link that works once: ${url}`);
  if (config.demo) say("The demo fleet is reporting; WAGGLE_DEMO=off starts without it.");
  say(`Data and logs are in ${relative(process.cwd(), config.dataDir) || config.dataDir}. Ctrl-C stops everything.`);
}

live(run);
