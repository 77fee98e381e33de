/** What became of one series between two scrapes of its target. */
export interface Increment {
  increase: number;
  /** 1 where the value is another one. */
  changes: 0 | 1;
  /** 1 where the counter began again. */
  resets: 0 | 1;
}

/**
 * From the value before (undefined: the series is new) to the value now. A counter that fell began again from 0, so its
 * value is the increase; so it is where the process is another one, even if the counter did not fall. A series that is new
 * while its target was up before began within the time between, and counts whole: it is how a failure first shows.
 */
export function incrementOf(value: number, previous: number | undefined, restarted = false): Increment {
  if (previous === undefined) return { increase: value, changes: 0, resets: 0 };
  const changes = value === previous ? 0 : 1;
  const began = value < previous || (restarted && previous > 0);
  return began ? { increase: value, changes, resets: 1 } : { increase: value - previous, changes, resets: 0 };
}

/** More than a clock that is set moves the start of a process that was computed again. */
const START_MOVES_SECONDS = 2;

/** Whether the process that exposes the series began anew, told by its start time. */
export function isRestart(
  series: readonly { name: string; key: string; value: number }[],
  previous: Readonly<Record<string, number>>,
): boolean {
  return series.some(({ name, key, value }) => {
    const before = name.endsWith("process_start_time_seconds") ? previous[key] : undefined;
    return before !== undefined && Math.abs(value - before) > START_MOVES_SECONDS;
  });
}
