// `npm run dev`: the app from its sources, with the same database, worker and demo fleet as `npm start`.
import { loadConfig } from "@/lib/config";
import { generateClient, nextCommand } from "./build";
import { supervise } from "./children";
import { type Lifecycle, live } from "./lifecycle";
import { prepare } from "./prepare";
import { localAddress, productEnvironment, startDemoFleet, startWorker, untilReady } from "./processes";
import { say } from "./progress";
import { announce } from "./running";

/** What the app writes goes to the terminal. */
const terminal = {
  path: "this terminal",
  write: (text: string) => void process.stdout.write(text),
  lastLine: () => "",
};

async function run({ cleanUp, stopping, fail }: Lifecycle): Promise<void> {
  const config = loadConfig();
  const settings = await prepare(config, cleanUp, fail);
  await generateClient();
  if (stopping()) return;
  const args = [nextCommand, "dev", "-H", settings.host, "-p", String(settings.port)];
  const env = { ...productEnvironment(settings), NODE_ENV: "development" as const };
  const worker = startWorker(settings);
  cleanUp.add(worker.stop);
  const app = supervise({ name: "app", args, env, log: terminal, graceMs: 4000 });
  cleanUp.add(app.stop);
  await untilReady(localAddress(settings), [worker, app]);
  if (stopping()) return;
  if (config.demo) cleanUp.add(startDemoFleet(settings).stop);
  cleanUp.add(await announce(settings.dataDir, { publicUrl: config.publicUrl, databaseUrl: settings.databaseUrl }));
  say("npm run sign-in-link prints a link for the first admin.");
}

live(run);
