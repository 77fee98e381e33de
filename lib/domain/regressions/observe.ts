import { compareText } from "../readiness/reason-order";
import type { GateRunRow } from "./gate-run-row";
import { groupBy } from "./group-by";
import type { Observation, Observed } from "./observation";
import { GATE_THRESHOLDS, reaches } from "./thresholds";

type Outcome = GateRunRow["outcome"];

/** Several documents of one attempt are parts of it: the worst one stands for it. */
const WORST_FIRST: readonly Outcome[] = ["failed", "passed", "error", "inconclusive"];

const byTime = (a: GateRunRow, b: GateRunRow) => a.ranAt.getTime() - b.ranAt.getTime() || compareText(a.id, b.id);
const severity = (run: GateRunRow) => WORST_FIRST.indexOf(run.outcome);

function resultOf(attempts: readonly GateRunRow[], last: GateRunRow): Observed {
  if (last.outcome === "failed") return "failed";
  if (last.outcome === "error") return "quarantined";
  if (last.outcome === "inconclusive") return "excluded";
  // A second attempt is made because the first did not pass, also where the first was never sent.
  const firstKnown = attempts.reduce((least, { attempt }) => Math.min(least, attempt), last.attempt);
  const isRetried = firstKnown > 1 || attempts.some(({ outcome }) => outcome === "failed");
  return isRetried || last.flaky > 0 ? "flaky" : "passed";
}

interface Merged extends Observation {
  gateId: string;
  round: string;
  outcome: Outcome;
}

/** The attempts of one gate in one round: the last that executed something decides, the first is not forgotten. */
function mergeAttempts(runs: readonly GateRunRow[]): Merged | null {
  const attempts = [...groupBy(runs, ({ attempt }) => String(attempt)).values()]
    .flatMap((parts) => parts.sort((a, b) => severity(a) - severity(b) || byTime(a, b)).slice(0, 1))
    .sort((a, b) => a.attempt - b.attempt);
  const executed = attempts.filter(({ outcome }) => outcome === "passed" || outcome === "failed");
  const last = executed.at(-1) ?? attempts.filter(({ outcome }) => outcome === "error").at(-1) ?? attempts.at(-1);
  if (last === undefined) return null;
  const neverFail = runs.find((run) => run.neverFail !== null)?.neverFail ?? null;
  return {
    gateId: last.gateId,
    round: last.url ?? last.ranAt.toISOString().slice(0, 13),
    outcome: last.outcome,
    runId: last.id,
    at: last.ranAt,
    // What must never happen is a failure, whatever its run came to.
    result: neverFail === null ? resultOf(attempts, last) : "failed",
    attempts: attempts.length,
    neverFail,
  };
}

function failedAsAWhole(round: readonly Merged[]): boolean {
  const executed = round.filter(({ outcome }) => outcome !== "inconclusive");
  const failed = executed.filter(({ outcome }) => outcome !== "passed");
  const { massGates, massShare } = GATE_THRESHOLDS;
  return failed.length >= massGates && reaches(failed.length / executed.length, massShare);
}

function quarantined(one: Merged): Merged {
  const isKept = one.result === "excluded" || one.neverFail !== null;
  return isKept ? one : { ...one, result: "quarantined" };
}

const byInstant = (a: Observation, b: Observation) => a.at.getTime() - b.at.getTime() || compareText(a.runId, b.runId);

function integrityOf(round: readonly Merged[]): Observation | null {
  const [first] = [...round].sort(byInstant);
  if (first === undefined) return null;
  const broken = round.filter(({ result }) => result === "quarantined").sort(byInstant);
  const [culprit = first] = broken;
  const { runId, at } = culprit;
  return { runId, at, attempts: 1, neverFail: null, result: broken.length > 0 ? "failed" : "passed" };
}

export interface ObservedRuns {
  observations: ReadonlyMap<string, readonly Observation[]>;
  integrity: readonly Observation[];
}

/**
 * What the runs of one cluster with one release show of the given gates, oldest first. Attempts are merged by address.
 * A round (same address, else same hour, UTC) in which at least 5 gates and 15 % of them fail failed as a whole: its
 * observations are quarantined, as is a gate whose set-up failed. `integrity` has one observation for each round, so
 * that quarantine hides nothing.
 */
export function observe(runs: readonly GateRunRow[], gateIds: Iterable<string>): ObservedRuns {
  const wanted = new Set(gateIds);
  const groups = groupBy(
    runs.filter(({ gateId }) => wanted.has(gateId)),
    ({ id, gateId, url }) => `${gateId} ${url ?? `run ${id}`}`,
  );
  const merged = [...groups.values()].map(mergeAttempts).filter((one) => one !== null);
  const rounds = [...groupBy(merged, ({ round }) => round).values()].map((round) =>
    failedAsAWhole(round) ? round.map((one) => quarantined(one)) : round,
  );
  const observations = new Map<string, Observation[]>();
  for (const id of wanted) observations.set(id, []);
  for (const { gateId, round: _round, outcome: _outcome, ...observation } of rounds.flat()) {
    observations.get(gateId)?.push(observation);
  }
  for (const list of observations.values()) list.sort(byInstant);
  const integrity = rounds
    .map(integrityOf)
    .filter((one) => one !== null)
    .sort(byInstant);
  return { observations, integrity };
}
