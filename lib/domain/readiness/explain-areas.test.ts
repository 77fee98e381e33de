import { expect, it } from "vitest";
import { type Area, eachArea } from "./area";
import { explainAreas } from "./explain-areas";
import type { Reason, Severity } from "./reason";
import type { Verdict } from "./verdict";

function reason(area: Area, severity: Severity, code: string, summary: string): Reason {
  return { area, severity, code, subject: code, summary, evidence: [] };
}

function areas(verdicts: Partial<Record<Area, Verdict>>) {
  return eachArea((area) => ({ verdict: verdicts[area] ?? "ready", reasons: 0, holding: 0 }));
}

it("gives each area that is held the first of its own reasons", () => {
  const explained = explainAreas(areas({ kernel: "blocked", mesh: "review" }), [
    reason("kernel", "blocks", "node-incompatible", "14 nodes lack kernel BTF"),
    reason("kernel", "missing", "gate-not-run", "Agent bootstrap has not run"),
    reason("mesh", "risk", "gate-flaky", "1 case of Istio sidecar is flaky"),
    reason("policy", "info", "gate-run-in-future", "1 run is dated ahead of time"),
  ]);
  expect(explained.kernel).toMatchObject({ why: "14 nodes lack kernel BTF" });
  expect(explained.kernel).not.toHaveProperty("stale");
  expect(explained.mesh.why).toBe("1 case of Istio sidecar is flaky");
  expect(explained.policy).toEqual({ verdict: "ready", reasons: 0, holding: 0 });
});

it("calls an area stale only when age is all that is missing", () => {
  const old = reason("kernel", "missing", "node-reports-stale", "35 of 96 nodes reported more than 7 d ago");
  const never = reason("kernel", "missing", "gate-not-run", "Agent bootstrap has not run");
  const judged = areas({ kernel: "unproven" });
  expect(explainAreas(judged, [old]).kernel.stale).toBe(true);
  expect(explainAreas(judged, [old, never]).kernel.stale).toBeUndefined();
  expect(explainAreas(areas({ kernel: "blocked" }), [old]).kernel.stale).toBeUndefined();
});
