import { passFailOnset } from "../stats/pass-fail-changepoint";
import type { Onset } from "./card";
import type { SeenRun } from "./gate-figures";

/** Stable runs that go before the candidate's: enough to tell a change from how it always was. */
const STABLE_RUNS = 100;

const told = ({ result }: SeenRun) => result === "failed" || result === "passed" || result === "flaky";

/**
 * The run at which failing began, with the 99 % interval of that run; null where the order tells nothing. Stable runs
 * of the same cluster go before, so that a gate that failed already is not held against the candidate's first run.
 */
export function gateOnset(stable: readonly SeenRun[], candidate: readonly SeenRun[]): Onset | null {
  const before = stable.filter(told).slice(-STABLE_RUNS);
  const runs = [...before, ...candidate.filter(told)];
  const onset = passFailOnset(runs.map(({ result }) => result === "failed"));
  if (onset === null) return null;
  const at = (index: number) => runs[Math.min(runs.length - 1, Math.max(0, index))]?.at ?? "";
  const number = (index: number) => Math.max(1, index - before.length + 1);
  const [low, high] = [number(onset.low), number(onset.high)];
  const span = low === high ? "" : `, between run ${low} and run ${high}`;
  const label =
    onset.index < before.length ? "before the candidate" : `run ${number(onset.index)} with the candidate${span}`;
  return { at: at(onset.index), low: at(onset.low), high: at(onset.high), label };
}
