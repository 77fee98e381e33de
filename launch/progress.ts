const HEARTBEAT_MS = 10_000;

/** One line on standard output. A closed terminal must not stop the shutdown, see `surviveClosedOutput`. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Writing to a terminal that was closed fails; the processes must still be stopped in order. */
export function surviveClosedOutput(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);
}

/** `850 ms`, `4.2 s`, `2 min 5 s` */
export function duration(milliseconds: number): string {
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`;
  if (milliseconds < 60_000) return `${(milliseconds / 1000).toFixed(1)} s`;
  const seconds = Math.round(milliseconds / 1000);
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** Runs a long step: a line when it begins, a sign of life every ten seconds, and the time it took. */
export async function step<T>(label: string, work: () => Promise<T>): Promise<T> {
  const started = Date.now();
  const heartbeat = setInterval(() => say(`${label} … ${duration(Date.now() - started)}`), HEARTBEAT_MS);
  say(`${label} …`);
  try {
    const result = await work();
    say(`${label}: done in ${duration(Date.now() - started)}`);
    return result;
  } finally {
    clearInterval(heartbeat);
  }
}
