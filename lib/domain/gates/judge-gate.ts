import type { Area } from "../readiness/area";
import type { Reason, Severity } from "../readiness/reason";
import type { Gate } from "./gate";
import type { GateHistory } from "./gate-history";
import { absence, doubts, failing, flakiness, type GateSubject, notes, tooFewRuns } from "./gate-reasons";
import { ageingInstants, type GateWindow, gateWindow } from "./gate-window";

/** What may be said of one gate; `not-required`: nothing is asked of it and too little is known. */
export type GateState = "passed" | "failing" | "missing" | "risk" | "not-required";

/** The runs a judgement rests on. */
export interface GateWindowFacts {
  used: number;
  passed: number;
  failed: number;
  needed: number;
  oldestAt: Date | null;
  newestAt: Date | null;
  /** The last run of all, also when it is stale or proves nothing. */
  lastRunAt: Date | null;
}

export interface GateJudgement {
  gateId: string;
  area: Area;
  required: boolean;
  state: GateState;
  reasons: Reason[];
  window: GateWindowFacts;
  /** The first instant at which age alone makes this judgement another one; null: never. */
  expiresAt: Date | null;
}

export interface GateContext {
  cluster: string;
  required: boolean;
  now: Date;
}

/** Where nothing is required nothing can be missing, a failure is a risk and a doubt is a note. */
const WHEN_OPTIONAL: Record<Severity, Severity | null> = { blocks: "risk", missing: null, risk: "info", info: "info" };

function reasonsIfRequired(subject: GateSubject, window: GateWindow): Reason[] {
  const absent = absence(subject, window);
  if (absent !== null) return [absent, ...notes(subject, window)];
  const fails = failing(subject, window);
  const told = fails === null ? [tooFewRuns(subject, window), ...doubts(subject, window)] : [fails];
  return [...told, flakiness(subject, window), ...notes(subject, window)].filter((reason) => reason !== null);
}

function stateOf(reasons: readonly Reason[], required: boolean): GateState {
  const severities = new Set(reasons.map((reason) => reason.severity));
  if (severities.has("blocks")) return "failing";
  if (severities.has("missing")) return required ? "missing" : "not-required";
  return severities.has("risk") ? "risk" : "passed";
}

function windowFacts(gate: Gate, window: GateWindow): GateWindowFacts {
  const { judged, passed, failed } = window;
  return {
    used: judged.length,
    passed,
    failed,
    needed: gate.minRuns,
    oldestAt: judged.at(-1)?.ranAt ?? null,
    newestAt: judged.at(0)?.ranAt ?? null,
    lastRunAt: window.past.at(0)?.ranAt ?? null,
  };
}

function judgeAt(gate: Gate, history: GateHistory, context: GateContext): Omit<GateJudgement, "expiresAt"> {
  const { cluster, required, now } = context;
  const window = gateWindow(gate, history, now);
  const strict = reasonsIfRequired({ gate, cluster }, window);
  const reasons = strict.flatMap((reason) => {
    const severity = required ? reason.severity : WHEN_OPTIONAL[reason.severity];
    return severity === null ? [] : [{ ...reason, severity }];
  });
  const state = stateOf(strict, required);
  return { gateId: gate.id, area: gate.area, required, state, reasons, window: windowFacts(gate, window) };
}

/**
 * Judges one gate on one cluster by its runs with one release. The order of the runs does not matter; runs dated more
 * than five minutes ahead and runs older than the gate's age do not count. docs/decisions/004-gate-window.md has the why.
 */
export function judgeGate(gate: Gate, history: GateHistory, context: GateContext): GateJudgement {
  const judgement = judgeAt(gate, history, context);
  const today = JSON.stringify(judgement);
  const expiresAt = ageingInstants(gate, gateWindow(gate, history, context.now), context.now).find(
    (now) => JSON.stringify(judgeAt(gate, history, { ...context, now })) !== today,
  );
  return { ...judgement, expiresAt: expiresAt ?? null };
}
