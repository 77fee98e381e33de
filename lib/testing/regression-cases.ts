import type { GateCell, RunCounts } from "@/lib/domain/regressions/gate-cell";
import { gateFigures } from "@/lib/domain/regressions/gate-figures";
import type { PreviousCell, SignalMeta } from "@/lib/domain/regressions/judged-cell";
import type { Observed } from "@/lib/domain/regressions/observation";
import type { StoredSignalTest } from "@/lib/domain/regressions/stored-signal-test";

const START = Date.UTC(2026, 5, 8);
const RESULTS: Record<string, Observed> = { p: "passed", f: "failed", k: "flaky", q: "quarantined", x: "excluded" };

/** The instant of the run with this number, an hour apart; the first is 0. */
export function runAt(index: number): Date {
  return new Date(START + index * 3_600_000);
}

/** `ppfp`: runs oldest first; p passed, f failed, k flaky, q quarantined, x excluded. */
export function runsOf(told: string): GateCell["runs"] {
  return [...told].map((letter, index) => ({
    id: `run-${index}`,
    at: runAt(index).toISOString(),
    result: RESULTS[letter] ?? "excluded",
  }));
}

export const STABLE: RunCounts = { n: 200, fail: 0, firstTryFail: 0 };

/** A cell of a required gate on eu-prod-3 with these runs. */
export function gateCellOf(told: string, stable: RunCounts = STABLE, more: Partial<GateCell> = {}): GateCell {
  const runs = runsOf(told);
  const hasBaseline = stable.n >= 30;
  const margin = more.margin ?? 0.1;
  return {
    cluster: "eu-prod-3",
    tier: "production",
    cohort: "azure",
    gateId: "pod-to-pod",
    title: "Pod to pod encryption",
    area: "dataplane",
    required: true,
    ...gateFigures(runs, hasBaseline ? stable : null, margin),
    baseline: {
      ...stable,
      quarantined: 0,
      excluded: 0,
      from: null,
      to: null,
      kind: hasBaseline ? "own" : "none",
      clusters: 1,
      own: stable,
    },
    neverFail: null,
    runs,
    margin,
    staleAt: null,
    onset: null,
    incomparable: [],
    ...more,
  };
}

export function openRegression(more: Partial<NonNullable<PreviousCell["regression"]>> = {}): PreviousCell {
  return {
    state: "REGRESSED",
    regression: {
      state: "open",
      cellState: "REGRESSED",
      level: { x: 3, n: 10, ratio: null },
      fixClaimedAt: null,
      fixedAt: null,
      dismissedLevel: null,
      expiresAt: null,
      ...more,
    },
  };
}

export const DROPS: SignalMeta = {
  id: "drops",
  title: "Packet drops other than policy",
  area: "dataplane",
  direction: "up",
  method: "rate",
  minEvents: 10,
  delta: 0.1,
  redRatio: 1.25,
  absolute: null,
  display: { scale: 100_000, unit: "per 100,000 packets" },
};

/** 41.8 of every 100,000 packets against 3.1: the regression of the design. */
export function signalTestOf(more: Partial<StoredSignalTest> = {}): StoredSignalTest {
  const span = { from: "2026-06-09T00:00:00.000Z", to: "2026-06-10T00:00:00.000Z" };
  return {
    cluster: "eu-prod-3",
    signalId: "drops",
    comparability: { state: "comparable", reasons: [], knownChanges: [] },
    candidate: { value: 41.8e-5, x: 418_310, exposure: 1e9, hours: 24, ...span },
    baseline: { value: 3.1e-5, x: 217_000, exposure: 7e9, hours: 168, ...span },
    estimate: { ratio: 13.5, low: 9.8, high: 18.6 },
    p: 2.4e-5,
    smallestP: null,
    method: "quasi-poisson",
    confirmP: 0.001,
    topBlockShare: 0.1,
    looksInRow: 2,
    look: "24 h",
    nextLook: "72 h",
    detectableRatio: 1.4,
    upperRatio: 17,
    guardrail: null,
    novel: [],
    control: null,
    onset: null,
    notes: [],
    ...more,
  };
}
