import { gateEvidence, gateRunEvidence } from "../readiness/evidence-link";
import type { Reason, Severity } from "../readiness/reason";
import { countWords, HOUR_MS, instantWords, listWords, spanWords } from "../readiness/words";
import { flakyCases } from "./flaky-cases";
import type { Gate } from "./gate";
import type { GateRunFact } from "./gate-history";
import { type GateWindow, staleFrom } from "./gate-window";

/** As many runs as a reason links to; the gate's page has them all. */
const RUNS_SHOWN = 5;
const CASES_SHOWN = 3;

export interface GateSubject {
  gate: Gate;
  cluster: string;
}

type Told = Pick<Reason, "code" | "severity" | "summary"> &
  Partial<Pick<Reason, "title" | "detail" | "source" | "count">>;

function gateReason(subject: GateSubject, told: Told, runs: readonly string[] = [], since?: Date): Reason {
  return {
    area: subject.gate.area,
    subject: subject.gate.id,
    ...told,
    ...(since === undefined ? {} : { since: since.toISOString() }),
    evidence: [...runs.slice(0, RUNS_SHOWN).map(gateRunEvidence), gateEvidence(subject.gate.id, subject.cluster)],
  };
}

const ids = (runs: readonly GateRunFact[]) => runs.map((run) => run.id);

function failedCaseNames(runs: readonly GateRunFact[]): string[] {
  const times = new Map<string, number>();
  for (const one of runs.flatMap((run) => run.notPassed)) {
    if (one.status !== "flaky") times.set(one.name, (times.get(one.name) ?? 0) + 1);
  }
  return [...times].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([name]) => name);
}

/** Why nothing at all can be said of the gate; null as soon as one fresh run passed or failed. */
export function absence(subject: GateSubject, window: GateWindow): Reason | null {
  const { gate } = subject;
  const missing = (code: string, summary: string, detail?: string): Told => ({
    code,
    severity: "missing",
    summary,
    ...(detail === undefined ? {} : { detail }),
  });
  const [newest] = window.past;
  if (newest === undefined) return gateReason(subject, missing("gate-not-run", `${gate.title} has not run`));
  const [freshest] = window.fresh;
  if (freshest === undefined) {
    const summary = `${gate.title} has no run in the last ${spanWords(gate.maxAgeHours * HOUR_MS)}`;
    const detail = `The newest ran on ${instantWords(newest.ranAt)}.`;
    return gateReason(subject, missing("gate-stale", summary, detail), [newest.id], staleFrom(gate, newest));
  }
  if (window.conclusive.length > 0) return null;
  const told =
    freshest.outcome === "error"
      ? missing("gate-setup-failed", `${gate.title} failed in set-up; nothing was tested`)
      : missing("gate-inconclusive", `${gate.title} ran without executing a case`);
  return gateReason(subject, told, ids(window.fresh), freshest.ranAt);
}

/** The pass rate cannot be met any more, even if every run still needed passed. */
export function failing(subject: GateSubject, window: GateWindow): Reason | null {
  const { gate } = subject;
  const needed = Math.max(gate.minRuns, window.judged.length);
  if ((needed - window.failed) / needed >= gate.passRate) return null;
  const failed = window.judged.filter((run) => run.outcome === "failed");
  const names = failedCaseNames(failed);
  const share = `Needs ${Math.round(gate.passRate * 1000) / 10} % of ${countWords(needed, "run")}.`;
  const summary =
    window.judged.length === 1
      ? `${gate.title} failed`
      : `${gate.title} failed ${window.failed} of ${countWords(window.judged.length, "run")}`;
  return gateReason(
    subject,
    {
      code: "gate-failing",
      severity: "blocks",
      summary,
      title: `${gate.title} fails`,
      detail: names.length === 0 ? share : `Failed: ${listWords(names, CASES_SHOWN)}. ${share}`,
      count: { value: window.failed, unit: "runs" },
    },
    ids(failed),
    failed.at(-1)?.ranAt,
  );
}

export function tooFewRuns(subject: GateSubject, window: GateWindow): Reason | null {
  const { gate } = subject;
  const more = gate.minRuns - window.judged.length;
  if (more <= 0) return null;
  return gateReason(
    subject,
    {
      code: "gate-too-few-runs",
      severity: "missing",
      summary: `${gate.title} has ${window.judged.length} of ${countWords(gate.minRuns, "run")}; ${more} more needed`,
      title: `${gate.title} has too few runs`,
      count: { value: more, unit: "runs" },
    },
    ids(window.judged),
  );
}

/** What asks for a person's eye although the rate holds. */
export function doubts(subject: GateSubject, window: GateWindow): Reason[] {
  const { gate } = subject;
  const risk = (code: string, summary: string): Told => ({ code, severity: "risk", summary });
  const found: Reason[] = [];
  const [newest] = window.fresh;
  const [latest] = window.conclusive;
  if (latest?.outcome === "failed") {
    const passed = `${window.passed} of ${countWords(window.judged.length, "run")} passed`;
    const told = risk("gate-latest-failed", `The newest run of ${gate.title} failed; ${passed}`);
    found.push(gateReason(subject, { ...told, title: `${gate.title} failed last` }, [latest.id], latest.ranAt));
  }
  if (newest !== undefined && newest !== latest) {
    const why = newest.outcome === "error" ? "failed in set-up" : "executed no case";
    const told = risk("gate-latest-unusable", `The newest run of ${gate.title} ${why}; older runs are judged`);
    found.push(gateReason(subject, told, [newest.id], newest.ranAt));
  }
  return found;
}

export function flakiness(subject: GateSubject, window: GateWindow): Reason | null {
  const flaky = flakyCases(window);
  if (flaky === null) return null;
  const one = flaky.count === 1;
  return gateReason(
    subject,
    {
      code: "gate-flaky",
      severity: "risk",
      summary: `${countWords(flaky.count, "case")} of ${subject.gate.title} ${one ? "is" : "are"} flaky`,
      title: `${subject.gate.title} is flaky`,
      ...(flaky.names.length === 0 ? {} : { detail: `${listWords(flaky.names, CASES_SHOWN, flaky.count)}.` }),
      count: { value: flaky.count, unit: "cases" },
    },
    flaky.runIds,
  );
}

/** What the reader should know and what changes nothing. */
export function notes(subject: GateSubject, window: GateWindow): Reason[] {
  const info = (code: string, summary: string): Told => ({ code, severity: "info" satisfies Severity, summary });
  const found: Reason[] = [];
  const broken = window.judged.filter((run) => !run.wellFormed);
  if (broken.length > 0) {
    found.push(
      gateReason(
        subject,
        {
          ...info(
            "gate-document-malformed",
            `${countWords(broken.length, "report")} of ${subject.gate.title} came as broken XML and was read all the same`,
          ),
          detail: "cilium-cli repeats an attribute when a test has two failed actions.",
          source: "cilium-cli/connectivity/internal/junit/junit.go @ cilium-cli v0.19.7",
          count: { value: broken.length, unit: "runs" },
        },
        ids(broken),
      ),
    );
  }
  const [ahead] = window.future;
  if (ahead !== undefined) {
    const summary = `${countWords(window.future.length, "run")} of ${subject.gate.title} is dated ahead of time and not counted`;
    const detail = `The furthest claims ${instantWords(ahead.ranAt)}.`;
    found.push(gateReason(subject, { ...info("gate-run-in-future", summary), detail }, ids(window.future)));
  }
  return found;
}
