import { describe, expect, it } from "vitest";
import { GATE_CATALOGUE } from "@/lib/domain/gates/catalogue/catalogue";
import type { Gate } from "@/lib/domain/gates/gate";
import type { GateActivityDto } from "@/lib/domain/gates/gate-activity";
import type { CaseCounts, GateRunDto, Outcome } from "@/lib/domain/gates/gate-run";
import { filterGates } from "./filter-gates";
import { formProblems, gateFormOf, inputOf } from "./gate-form";
import { catalogueSentence, gateSentence, originWord, ruleWords } from "./gate-words";
import { attemptWords, runSentence } from "./run-words";

function gateNamed(id: string, of: Partial<Gate> = {}): Gate {
  const gate = GATE_CATALOGUE.find((one) => one.id === id);
  if (gate === undefined) throw new Error(`no gate ${id}`);
  return { ...gate, ...of };
}

const suite = gateNamed("connectivity-suite");

function activity(gate: string, outcome: Outcome, of: Partial<GateActivityDto> = {}): GateActivityDto {
  const outcomes = { passed: 0, failed: 0, error: 0, inconclusive: 0, [outcome]: 1 };
  const last = { id: "r", at: "2026-06-08T00:00:00Z", outcome, cluster: "c" };
  return { gate, runs: 1, outcomes, flaky: 0, clusters: 1, last, ...of };
}

describe("the rule of a gate in words", () => {
  it("says whom it binds, what is judged and what must have passed", () => {
    expect(ruleWords(suite)).toBe(
      "Required of gating and canary clusters. The newest 3 runs younger than 7 d that passed or failed are judged; all of them must have passed.",
    );
    expect(ruleWords(gateNamed("conntrack-soak", { passRate: 0.945, requiredFor: [] }))).toMatch(
      /^No tier requires it; a failure is a risk\. .* at least 94\.5 % of them must have passed\.$/,
    );
    expect(ruleWords(gateNamed("map-headroom"))).toContain("it must have passed");
    expect(ruleWords(gateNamed("istio-ambient"))).toContain("that run Istio in ambient mode, or have not said");
  });

  it("tells a gate of one's own from one of the catalogue that was redefined", () => {
    expect(originWord(suite)).toBeNull();
    expect(originWord({ ...suite, origin: "custom" })).toBe("redefined");
    expect(originWord({ ...suite, id: "smoke", origin: "custom" })).toBe("custom");
  });
});

describe("sentences of the catalogue and of a gate", () => {
  const gates = [suite, gateNamed("nat-load"), gateNamed("conntrack-soak")];

  it("counts the gates whose last run failed and those without a run", () => {
    const known = [activity("connectivity-suite", "failed"), activity("nat-load", "passed")];
    expect(catalogueSentence(gates, "1.20.0-pre.3", known)).toBe(
      "1 of 3 gates failed in their last run with 1.20.0-pre.3; 1 has not run.",
    );
    expect(catalogueSentence(gates, "1.20.0-pre.3", known.slice(1))).toBe(
      "1 of 3 gates ran with 1.20.0-pre.3, and no last run failed; 2 have not run.",
    );
    expect(catalogueSentence(gates, "1.20.0-pre.3", [activity("gone", "failed")])).toBe(
      "None of 3 gates has run with 1.20.0-pre.3 yet.",
    );
    expect(catalogueSentence(gates, null, [])).toBe("3 gates; no release is known yet to run them with.");
  });

  it("says how many runs of a gate passed", () => {
    const outcomes = { passed: 14, failed: 2, error: 0, inconclusive: 0 };
    expect(gateSentence(suite, "1.20.0", activity(suite.id, "passed", { runs: 16, outcomes, clusters: 8 }))).toBe(
      "Connectivity suite: 14 of 16 runs with 1.20.0 passed, on 8 clusters.",
    );
    expect(gateSentence(suite, "1.20.0", activity(suite.id, "passed"))).toBe(
      "Connectivity suite: the only run with 1.20.0 passed, on 1 cluster.",
    );
    expect(gateSentence(suite, "1.20.0", undefined)).toBe("Connectivity suite has not run with 1.20.0.");
  });
});

function run(outcome: Outcome, counts: Partial<CaseCounts>): GateRunDto {
  return {
    id: "r",
    cluster: "eu-prod-3",
    release: "1.20.0-pre.3",
    gate: "connectivity-suite",
    ranAt: "2026-06-08T00:00:00Z",
    receivedAt: "2026-06-08T00:00:00Z",
    url: null,
    attempt: 1,
    outcome,
    counts: { passed: 0, failed: 0, error: 0, skipped: 0, flaky: 0, ...counts },
    durationSeconds: null,
    wellFormed: true,
    defects: [],
    tool: null,
    artifact: { id: "a", sha256: "", sizeBytes: 0, href: "" },
  };
}

describe("the sentence of a run", () => {
  it.each([
    [
      run("failed", { failed: 2, error: 1, passed: 1201, skipped: 9 }),
      "failed on eu-prod-3: 3 of 1,204 cases did not pass",
    ],
    [run("passed", { passed: 1, skipped: 9 }), "passed on eu-prod-3: 1 case"],
    [run("passed", { passed: 10, flaky: 2 }), "passed on eu-prod-3: 12 cases, 2 of them only after failing"],
    [run("error", { failed: 1 }), "failed in set-up on eu-prod-3: nothing was tested"],
    [run("inconclusive", { skipped: 4 }), "proves nothing on eu-prod-3: no case was executed"],
  ])("%#", (of, words) => expect(runSentence(of, "Suite")).toBe(`Suite ${words}`));
});

describe("the executions of a case in words", () => {
  const attempt = (status: "failed" | "error" | "passed") => ({
    ordinal: 0,
    status,
    durationSeconds: null,
    message: null,
  });

  it("tells what happened in order", () => {
    expect(attemptWords({ status: "passed" })).toBeNull();
    expect(attemptWords({ status: "passed", earlier: [attempt("failed")] })).toBe("failed, then passed");
    expect(attemptWords({ status: "failed", earlier: [attempt("failed"), attempt("failed")] })).toBe("failed 3 times");
    const many = Array.from({ length: 9 }, () => attempt("error"));
    expect(attemptWords({ status: "passed", earlier: many })).toBe("error, error and 7 more, then passed");
  });
});

describe("filterGates", () => {
  it("finds words in title, id, what it proves and the tool; areas are any of those chosen", () => {
    const found = filterGates(GATE_CATALOGUE, { q: "conntrack SOAK", area: [] }).items.map(({ id }) => id);
    expect(found).toContain("conntrack-soak");
    const mesh = filterGates(GATE_CATALOGUE, { q: "istioctl", area: ["mesh", "policy"] });
    expect(mesh.items.every(({ area }) => area === "mesh")).toBe(true);
    expect(mesh.items.length).toBeGreaterThan(2);
    expect(mesh.counts.dataplane).toBe(0);
    expect(mesh.counts.mesh).toBe(mesh.items.length);
  });
});

describe("the form of a gate", () => {
  it("gives back what the gate says", () => {
    const { origin: _origin, id, ...definition } = gateNamed("conntrack-soak", { passRate: 0.95 });
    const form = gateFormOf(gateNamed("conntrack-soak", { passRate: 0.95 }));
    expect(inputOf(form)).toEqual({ id, input: definition });
  });

  it("names every field that is wrong and says what would be right", () => {
    const form = { ...gateFormOf(null), id: "Smoke test", title: " ", minRuns: "many", passPercent: "101" };
    expect(formProblems(form)).toEqual({
      "/id": expect.stringContaining("Lower-case"),
      "/title": expect.any(String),
      "/minRuns": expect.stringContaining("whole number"),
      "/passRate": expect.stringContaining("0 to 100"),
    });
    expect(formProblems({ ...form, id: "smoke", title: "Smoke", minRuns: "2.5", passPercent: "99,5" })).toEqual({
      "/minRuns": expect.any(String),
    });
  });
});
