import { type FleetRun, runFleet } from "./run-fleet";
import { readSettings } from "./settings";

function say(line: string): void {
  console.log(`Demo fleet: ${line}`);
}

/** Runs a fleet as the whole of a process: SIGTERM and SIGINT end it at once, a mistake ends it with one line. */
export async function runAsCommand(fleet: Pick<FleetRun, "clusters" | "isLive" | "evidence">): Promise<void> {
  const stop = new AbortController();
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => stop.abort());
  try {
    await runFleet({ ...fleet, settings: readSettings(process.env), signal: stop.signal, say });
  } catch (error) {
    if (!stop.signal.aborted) {
      console.error(`Demo fleet: ${error instanceof Error ? error.message : String(error)}`);
      process.exitCode = 1;
    }
  }
  // Connections that fetch keeps open for reuse would hold the process for some seconds more.
  process.exit();
}
