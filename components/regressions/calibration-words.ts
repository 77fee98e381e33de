import { countWords, numberWords } from "@/lib/domain/readiness/words";
import type { CalibrationDto } from "@/lib/domain/regressions/dto";

type Replay = CalibrationDto["replays"][number];
type Row = CalibrationDto["rows"][number];

const WORST_FIRST: readonly Replay["state"][] = ["failed", "waiting", "passed"];

/** "12 clusters passed, 3 wait, 1 failed". */
export function replayWords(replays: readonly Replay[]): string {
  const count = (state: Replay["state"]) => replays.filter((replay) => replay.state === state).length;
  const [passed, waiting, failed] = [count("passed"), count("waiting"), count("failed")];
  const parts = [
    passed === 0 ? null : `${countWords(passed, "cluster")} passed`,
    waiting === 0 ? null : `${numberWords(waiting)} ${waiting === 1 ? "waits" : "wait"}`,
    failed === 0 ? null : `${numberWords(failed)} failed`,
  ];
  return parts.filter((part) => part !== null).join(", ");
}

/** "waiting: 1 of 3 stable weeks", "passed: 2 false alarms in 1,204 tests". */
export function replayStateWords({ state, weeks, weeksNeeded, tests, falseAlarms }: Replay): string {
  if (state === "waiting") return `${numberWords(weeks)} of ${countWords(weeksNeeded, "stable week")}`;
  return `${countWords(falseAlarms, "false alarm")} in ${countWords(tests, "test")}`;
}

/** Those that failed first, then those that wait, nearest to their replay first. */
export function sortReplays(replays: readonly Replay[]): Replay[] {
  return replays.toSorted(
    (a, b) =>
      WORST_FIRST.indexOf(a.state) - WORST_FIRST.indexOf(b.state) ||
      b.weeks - a.weeks ||
      a.cluster.localeCompare(b.cluster, "en", { numeric: true }),
  );
}

/** "18 verified fixed, 2 infra": how they ended, the most frequent first. */
export function reasonWords({ byReason }: Pick<Row, "byReason">): string {
  return Object.entries(byReason)
    .filter(([, count]) => count > 0)
    .toSorted(([, a], [, b]) => b - a)
    .map(([reason, count]) => `${numberWords(count)} ${reason.replaceAll("-", " ")}`)
    .join(", ");
}

/** Where a share and its interval stand on a bar, in percent of its width. */
export function prepareInterval(share: { value: number; low: number; high: number }): {
  at: number;
  from: number;
  width: number;
} {
  const percent = (ratio: number) => Math.min(100, Math.max(0, ratio * 100));
  return {
    at: percent(share.value),
    from: percent(share.low),
    width: Math.max(0, percent(share.high) - percent(share.low)),
  };
}
