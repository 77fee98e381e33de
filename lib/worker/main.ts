import { hostname } from "node:os";
import { Logger, run } from "graphile-worker";
import { v7 as uuidv7 } from "uuid";
import { log } from "@/lib/log";
import { contextFor, database, SYSTEM } from "@/lib/services/app-context";
import { keepBeating } from "@/lib/services/process/keep-beating";
import { startUp } from "@/lib/services/process/start-up";
import { schedule, tasks } from "./tasks";

const LEVELS = { error: "error", warning: "warn", info: "debug", debug: "trace" } as const;
const logger = new Logger(() => (level, message, meta) => log()[LEVELS[level]]({ event: "jobs", ...meta }, message));

/** Runs jobs until SIGTERM or SIGINT; what is in progress is finished first. */
async function main(): Promise<void> {
  const ctx = contextFor(SYSTEM, uuidv7());
  await startUp(ctx);
  const runner = await run({
    pgPool: database().pool,
    concurrency: 4,
    pollInterval: 1_000,
    noHandleSignals: true,
    noPreparedStatements: true,
    taskList: tasks,
    parsedCronItems: schedule,
    logger,
  });
  const stopBeating = await keepBeating(ctx, { id: `${hostname()}-${process.pid}-${uuidv7()}` });
  log().info({ event: "worker.started" });
  const stop = async (signal: string) => {
    log().info({ event: "worker.stopping", signal });
    await stopBeating();
    await runner.stop().catch(() => undefined);
  };
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
  await runner.promise;
  await database().pool.end();
}

try {
  await main();
  process.exit(0);
} catch (error) {
  log().fatal({ event: "worker.failed", error });
  process.exit(1);
}
