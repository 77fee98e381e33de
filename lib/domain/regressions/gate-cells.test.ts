import { describe, expect, it } from "vitest";
import { gateCellOf, runAt, runsOf } from "@/lib/testing/regression-cases";
import { cohortKey } from "./cohort";
import { countGates } from "./gate-baseline";
import { GateCellSchema, RUN_INTEGRITY } from "./gate-cell";
import { gateCells, setAsideBefore } from "./gate-cells";
import type { GateFacts } from "./gate-facts";
import { gateFigures } from "./gate-figures";
import type { GateRunRow } from "./gate-run-row";
import { lookAfter, lookAt } from "./looks";

const HOUR_MS = 3_600_000;

/** Runs of the gate `dns`, one each hour from `from` hours on: p passed, f failed, e failed in set-up. */
function rows(told: string, from: number): GateRunRow[] {
  return [...told].map((letter, index) => ({
    id: `${from + index}`,
    gateId: "dns",
    ranAt: new Date(runAt(0).getTime() + (from + index) * HOUR_MS),
    url: null,
    attempt: 1,
    outcome: letter === "f" ? "failed" : letter === "e" ? "error" : "passed",
    flaky: 0,
    neverFail: null,
  }));
}

const DNS = { id: "dns", title: "DNS", area: "dataplane" as const, required: false, maxAgeHours: 72 };

function facts(more: Partial<GateFacts> = {}): GateFacts {
  return {
    cluster: "eu-prod-3",
    tier: "canary",
    cohort: "azure",
    gates: [DNS],
    candidate: [],
    baseline: [],
    cohortBaseline: [],
    incomparable: [],
    ...more,
  };
}

const dnsOf = (more: Partial<GateFacts>) => gateCells(facts(more)).find(({ gateId }) => gateId === "dns");

describe("looks", () => {
  it.each([
    [0, 0, 5],
    [4, 0, 5],
    [5, 5, 10],
    [9, 5, 10],
    [10, 10, 20],
    [19, 10, 20],
    [37, 30, 40],
    [40, 40, 50],
  ])("%d runs are judged at %d, and next at %d", (n, look, next) => {
    expect([lookAt(n), lookAfter(n)]).toEqual([look, next]);
  });
});

describe("gateCells", () => {
  it("judges the first runs up to the look and shows the others", () => {
    const cell = dnsOf({ candidate: rows("ppppppppppff", 100), baseline: rows("p".repeat(30), 0) });
    expect(cell).toMatchObject({ look: 10, nextLook: 20, observed: 12, candidate: { n: 10, fail: 0 } });
    expect(cell?.runs).toHaveLength(12);
  });

  it("can be kept as JSON and read back", () => {
    const cell = dnsOf({ candidate: rows("pfpppppf", 100), baseline: rows("p".repeat(40), 0) });
    expect(GateCellSchema.parse(JSON.parse(JSON.stringify(cell)))).toEqual(cell);
  });

  it("compares with the cluster's own stable runs from 30 on", () => {
    const cell = dnsOf({ candidate: rows("ppppp", 100), baseline: rows("p".repeat(30), 0) });
    expect(cell?.baseline).toMatchObject({ kind: "own", n: 30, clusters: 1 });
    expect(cell?.hard).not.toBeNull();
  });

  it("borrows from the cohort below, and says how many clusters that is", () => {
    const cohortBaseline = [
      { cluster: "eu-prod-4", counts: countGates(rows("pppppppppppppppppppf", 0), ["dns"]) },
      { cluster: "eu-prod-5", counts: countGates([], ["dns"]) },
    ];
    const cell = dnsOf({ candidate: rows("ppppp", 100), baseline: rows("p".repeat(10), 0), cohortBaseline });
    expect(cell?.baseline).toMatchObject({ kind: "cohort", n: 30, fail: 1, clusters: 2, own: { n: 10, fail: 0 } });
  });

  it("compares with nothing where even the cohort has too few", () => {
    const cell = dnsOf({ candidate: rows("ppppp", 100), baseline: rows("p".repeat(29), 0) });
    expect(cell).toMatchObject({ baseline: { kind: "none" }, hard: null, runsNeeded: null });
  });

  it("says how many clean runs are missing, up to the look that may say so", () => {
    // 20 points need 11 clean runs (2.706 * 0.8 / 0.2), so the look at 20 says it.
    const cell = dnsOf({ candidate: rows("ppppppp", 100), baseline: rows("p".repeat(100), 0) });
    expect(cell).toMatchObject({ runsNeeded: 13, margin: 0.2, marginProven: null });
    const proven = dnsOf({ candidate: rows("p".repeat(20), 100), baseline: rows("p".repeat(100), 0) });
    expect(proven).toMatchObject({ runsNeeded: 0, marginProven: 0.15, runs: [] });
  });

  it("counts a failed set-up once, as a round, and not against the gate", () => {
    const cells = gateCells(facts({ candidate: rows("pppppe", 100), baseline: rows("p".repeat(30), 0) }));
    expect(cells.find(({ gateId }) => gateId === "dns")?.candidate).toMatchObject({ n: 5, fail: 0, quarantined: 1 });
    expect(cells.find(({ gateId }) => gateId === RUN_INTEGRITY)?.candidate).toMatchObject({ n: 6, fail: 1 });
  });

  it("is stale when the newest run is older than the gate allows", () => {
    const cell = dnsOf({ candidate: rows("ppppp", 100), baseline: [] });
    expect(cell?.staleAt).toBe(new Date(runAt(104).getTime() + 72 * HOUR_MS).toISOString());
  });

  it("has a cell without runs only for what is required", () => {
    expect(gateCells(facts())).toEqual([]);
    const required = { ...DNS, required: true };
    expect(gateCells(facts({ gates: [required] }))).toMatchObject([{ gateId: "dns", observed: 0 }]);
  });

  it("says from which run on it failed", () => {
    const cell = dnsOf({ candidate: rows("pppppppppfffffffffff", 100), baseline: rows("p".repeat(60), 0) });
    expect(cell?.onset?.label).toMatch(/^run 10 with the candidate/);
  });

  it("finds nothing new in a gate that failed already before", () => {
    const cell = dnsOf({ candidate: rows("fpfpfpfpfp", 100), baseline: rows("fp".repeat(30), 0) });
    expect(cell?.onset).toBeNull();
  });

  it("keeps a finding that may never happen, with the newest run that shows it", () => {
    const candidate = rows("ppp", 100).map((row, index) => (index > 0 ? { ...row, neverFail: "panic" } : row));
    expect(dnsOf({ candidate })?.neverFail).toMatchObject({ what: "panic", runId: "102", runs: 2 });
  });
});

describe("setAsideBefore", () => {
  it("judges by what came after, and keeps the list", () => {
    const cell = gateCellOf("fffffppppp");
    const after = setAsideBefore(cell, runAt(5));
    expect(after).toMatchObject({ candidate: { n: 5, fail: 0, excluded: 5 }, look: 5, observed: 5 });
    expect(after.runs).toHaveLength(10);
  });
});

describe("figures and keys", () => {
  it("counts quarantined runs beside, not among, those that count", () => {
    expect(gateFigures(runsOf("qpqpqpqpqp"), { n: 100, fail: 0, firstTryFail: 0 }, 0.1).candidate).toMatchObject({
      n: 5,
      quarantined: 5,
    });
  });

  it("names a cohort by provider and features, in any order", () => {
    const one = cohortKey({ provider: "azure", features: ["wireguard", "ipv6"] });
    expect(cohortKey({ provider: "azure", features: ["ipv6", "wireguard"] })).toBe(one);
    expect(cohortKey({ provider: "aws", features: ["ipv6", "wireguard"] })).not.toBe(one);
  });
});
