import type { Gate } from "@/lib/domain/gates/gate";
import type { GateRunFact, NotPassedCase } from "@/lib/domain/gates/gate-history";
import type { Outcome } from "@/lib/domain/gates/gate-run";

export const NOW = new Date("2026-06-10T09:00:00Z");
const HOUR_MS = 3_600_000;

export const hoursAgo = (hours: number, now = NOW) => new Date(now.getTime() - hours * HOUR_MS);

/** A gate that every tier needs: three runs in a week, all passed. */
export function aGate(changes: Partial<Gate> = {}): Gate {
  return {
    id: "conntrack-soak",
    title: "Conntrack soak",
    area: "dataplane",
    requiredFor: ["gating", "canary", "production"],
    minRuns: 3,
    maxAgeHours: 168,
    passRate: 1,
    proves: "",
    tool: "",
    mesh: null,
    origin: "custom",
    ...changes,
  };
}

export function aRun(outcome: Outcome, hours: number, changes: Partial<GateRunFact> = {}): GateRunFact {
  const notPassed = changes.notPassed ?? [];
  const count = (status: NotPassedCase["status"]) => notPassed.filter((one) => one.status === status).length;
  return {
    id: `run-${outcome}-${hours}`,
    ranAt: hoursAgo(hours),
    outcome,
    counts: { passed: 10, failed: count("failed"), error: count("error"), skipped: 0, flaky: count("flaky") },
    wellFormed: true,
    notPassed,
    ...changes,
  };
}

const OUTCOMES: Readonly<Record<string, Outcome>> = { P: "passed", F: "failed", E: "error", I: "inconclusive" };

/** `FPP`: the newest run failed an hour ago, two passed in the hours before. */
export function runs(newestFirst: string): GateRunFact[] {
  return [...newestFirst].map((letter, index) => aRun(OUTCOMES[letter] ?? "error", index + 1));
}

export function failedCase(name: string, status: NotPassedCase["status"] = "failed"): NotPassedCase {
  return { suite: "connectivity test", name, status };
}
