import { describe, expect, it } from "vitest";
import type { GateRunRow } from "./gate-run-row";
import { observe } from "./observe";

const AT = Date.UTC(2026, 5, 8, 10, 0);
let serial = 0;

function run(more: Partial<GateRunRow> = {}): GateRunRow {
  serial += 1;
  return {
    id: `run-${serial}`,
    gateId: "dns",
    ranAt: new Date(AT + serial * 1000),
    url: null,
    attempt: 1,
    outcome: "passed",
    flaky: 0,
    neverFail: null,
    ...more,
  };
}

const results = (runs: readonly GateRunRow[], gate = "dns") =>
  observe(runs, [gate])
    .observations.get(gate)
    ?.map(({ result }) => result);

/** As many gates in one round; the first `failed` of them fail. */
function round(url: string | null, gates: number, failed: number): GateRunRow[] {
  return Array.from({ length: gates }, (_, gate) =>
    run({ gateId: `gate-${gate}`, url, ranAt: new Date(AT), outcome: gate < failed ? "failed" : "passed" }),
  );
}
const gateIds = (count: number) => Array.from({ length: count }, (_, gate) => `gate-${gate}`);
const quarantinedIn = (runs: readonly GateRunRow[], gates: number) =>
  [...observe(runs, gateIds(gates)).observations.values()].flat().filter(({ result }) => result === "quarantined")
    .length;

describe("observe", () => {
  it("takes runs of one address as attempts: the last decides, the first is not forgotten", () => {
    const url = "https://ci.example/7";
    const failed = run({ url, outcome: "failed" });
    const passed = run({ url, attempt: 2 });
    expect(results([passed, failed])).toEqual(["flaky"]);
    expect(observe([passed, failed], ["dns"]).observations.get("dns")?.[0]).toMatchObject({
      runId: passed.id,
      attempts: 2,
    });
    expect(results([run({ url, outcome: "failed" }), run({ url, attempt: 2, outcome: "failed" })])).toEqual(["failed"]);
  });

  it("takes runs without an address as one each, and flaky cases as a failed first try", () => {
    expect(results([run(), run({ outcome: "failed" }), run({ flaky: 2 })])).toEqual(["passed", "failed", "flaky"]);
  });

  it("holds a second attempt whose first was never sent to have failed at first", () => {
    expect(results([run({ url: "https://ci.example/8", attempt: 2 })])).toEqual(["flaky"]);
  });

  it("takes the worst of several documents of one attempt, whichever came last", () => {
    const url = "https://ci.example/9";
    expect(results([run({ url, outcome: "failed" }), run({ url })])).toEqual(["failed"]);
  });

  it("does not hold a failed set-up against the gate when a later attempt could run", () => {
    const url = "https://ci.example/10";
    expect(results([run({ url, outcome: "error" }), run({ url, attempt: 2 })])).toEqual(["passed"]);
  });

  it("does not let a later set-up error hide a failure", () => {
    const url = "https://ci.example/11";
    expect(results([run({ url, outcome: "failed" }), run({ url, attempt: 2, outcome: "error" })])).toEqual(["failed"]);
  });

  it("quarantines a failed set-up and counts its round as failed", () => {
    const seen = observe([run({ outcome: "error" })], ["dns"]);
    expect(seen.observations.get("dns")?.map(({ result }) => result)).toEqual(["quarantined"]);
    expect(seen.integrity.map(({ result }) => result)).toEqual(["failed"]);
  });

  it("excludes what executed nothing, without a word on integrity", () => {
    const seen = observe([run({ outcome: "inconclusive" })], ["dns"]);
    expect(seen.observations.get("dns")?.map(({ result }) => result)).toEqual(["excluded"]);
    expect(seen.integrity.map(({ result }) => result)).toEqual(["passed"]);
  });

  it.each([
    [20, 5, 20],
    [20, 4, 0],
    [34, 5, 0],
    [33, 5, 33],
    [4, 4, 0],
  ])("of %d gates %d fail: %d are quarantined", (gates, failed, quarantined) => {
    expect(quarantinedIn(round("https://ci.example/12", gates, failed), gates)).toBe(quarantined);
  });

  it("takes runs of one hour without an address as one round", () => {
    const runs = round(null, 10, 5);
    expect(quarantinedIn(runs, 10)).toBe(10);
    const apart = runs.map((one, index) => ({ ...one, ranAt: new Date(AT + index * 3_600_000) }));
    expect(quarantinedIn(apart, 10)).toBe(0);
  });

  it("counts each round once for integrity", () => {
    const runs = [...round("https://ci.example/13", 10, 9), ...round("https://ci.example/14", 10, 0)];
    expect(
      observe(runs, gateIds(10))
        .integrity.map(({ result }) => result)
        .sort(),
    ).toEqual(["failed", "passed"]);
  });

  it("takes what must never happen as a failure, also of a run that passed or was quarantined", () => {
    expect(results([run({ neverFail: "panic" })])).toEqual(["failed"]);
    const runs = round("https://ci.example/15", 10, 9).map((one, gate) =>
      gate === 9 ? { ...one, neverFail: "panic" } : one,
    );
    expect(observe(runs, gateIds(10)).observations.get("gate-9")?.[0]).toMatchObject({
      result: "failed",
      neverFail: "panic",
    });
  });

  it("gives the same whatever the order of loading", () => {
    const runs = [
      ...round("https://ci.example/16", 10, 6),
      ...round(null, 10, 2),
      run({ gateId: "gate-1", url: "https://ci.example/16", attempt: 2 }),
    ];
    expect(observe([...runs].reverse(), gateIds(10))).toEqual(observe(runs, gateIds(10)));
  });
});
