import type { FinishedRun } from "./finished-run";

/** The JSON form of a gate run, for checks that are a script and not a test suite. */
export function gateRunJson(run: FinishedRun): string {
  const cases = run.cases.map(({ group, name, status, seconds, messages }) => ({
    suite: group,
    name,
    status,
    durationSeconds: Number(seconds.toFixed(3)),
    ...(messages.length > 0 && { message: messages.join("\n") }),
  }));
  return JSON.stringify({ tool: run.suite, startedAt: run.startedAt.toISOString(), host: run.host, cases });
}
