import { describe, expect, it } from "vitest";
import { signalById } from "./catalogue/catalogue";
import { afterHours, BASELINE_HOURS, blocks, cellFacts, hourAt, RATE, steady } from "./fixtures/signal-facts";
import { testSignal } from "./judge-signal";
import type { Signal } from "./signal";
import type { SignalCellFacts } from "./signal-block";

const DAY = afterHours(24);
const usual = blocks(-BASELINE_HOURS, BASELINE_HOURS, steady(20));
const judge = (given: Partial<SignalCellFacts>, signal: Signal = RATE, now = DAY) =>
  testSignal(cellFacts(given), signal, now, null);
const catalogued = (id: string): Signal => {
  const signal = signalById(id);
  if (signal === undefined) throw new Error(`no signal ${id}`);
  return signal;
};

describe("what cannot be compared", () => {
  it("a metric that is absent with the candidate: absent is not zero", () => {
    const absent = judge({ total: { candidate: blocks(0, 25, () => ({ x: null })), baseline: usual } });
    expect(absent).toMatchObject({ comparability: { state: "INCOMPARABLE" }, p: null, candidate: null });
    expect(absent.comparability.reasons.join()).toMatch(/absent is not zero/);
    const zero = judge({ total: { candidate: blocks(0, 25, () => ({ x: 0 })), baseline: usual } });
    expect(zero).toMatchObject({ comparability: { state: "comparable" }, candidate: { x: 0, hours: 24 } });
  });

  it("a histogram that became native: the shape changed, nothing improved", () => {
    const classic = blocks(-BASELINE_HOURS, BASELINE_HOURS, (nth) => ({ ...steady(20)(nth), form: "classic" }));
    const native = blocks(0, 25, (nth) => ({ ...steady(4)(nth), form: "native" }));
    const test = judge({ total: { candidate: native, baseline: classic } });
    expect(test).toMatchObject({ comparability: { state: "INCOMPARABLE" }, p: null, estimate: null });
    expect(test.comparability.reasons.join()).toMatch(/Shape changed: classic histograms .* native/);
  });

  it("a candidate of which Hubble lost more than one in a hundred events", () => {
    const lossy = blocks(0, 25, (nth) => ({ ...steady(40)(nth), lost: 0.012 }));
    expect(judge({ total: { candidate: lossy, baseline: usual } }).comparability).toMatchObject({
      state: "INCOMPARABLE",
      reasons: [expect.stringMatching(/lost 1\.2 %/)],
    });
  });

  it("a candidate that was observed for less than nine tenths of its hours", () => {
    const gaps = blocks(0, 30, steady(20)).filter((_, nth) => nth % 6 !== 3);
    expect(judge({ total: { candidate: gaps, baseline: usual } }, RATE, afterHours(29)).comparability.state).toBe(
      "INCOMPARABLE",
    );
  });

  it("but hours in which the cluster had gone back to the baseline are no gap", () => {
    const back = blocks(10, 12, steady(20));
    const candidate = [...blocks(0, 10, steady(20)), ...blocks(22, 16, steady(20))];
    const test = judge({ total: { candidate, baseline: [...usual, ...back] } }, RATE, afterHours(37));
    expect(test).toMatchObject({ comparability: { state: "comparable" }, look: "24 h" });
  });

  it("a candidate with a quarter of the traffic of the same hours", () => {
    const thin = blocks(0, 25, () => ({ x: 5, exposure: 2500 }));
    expect(judge({ total: { candidate: thin, baseline: usual } }).comparability.reasons.join()).toMatch(/25 %/);
  });

  it("but too little volume is cured by waiting and is no reason", () => {
    const test = judge({}, { ...RATE, minVolume: 1_000_000 });
    expect(test).toMatchObject({ comparability: { state: "comparable" }, p: null });
    expect(test.notes.join()).toMatch(/240000 of the 1000000/);
  });

  it("a baseline of three days", () => {
    const short = blocks(-72, 72, steady(20));
    expect(judge({ total: { candidate: blocks(0, 25, steady(20)), baseline: short } }).comparability.state).toBe(
      "NEW_NO_BASELINE",
    );
  });
});

describe("silence", () => {
  it("is stale two hours after the newest hour ended, while the cluster is meant to run the candidate", () => {
    expect(judge({}, RATE, hourAt(27)).comparability.state).toBe("comparable");
    const later = new Date(hourAt(27).getTime() + 1);
    expect(judge({}, RATE, later).comparability.state).toBe("STALE");
    expect(judge({ expectsCandidate: false }, RATE, later).comparability.state).toBe("comparable");
  });

  it("is no data where the candidate was never seen", () => {
    expect(judge({ total: { candidate: [], baseline: usual } })).toMatchObject({
      comparability: { state: "NO_DATA" },
      p: null,
      look: "0 h",
    });
  });
});

describe("known changes", () => {
  it("are named with their source: the ring buffer's made-up loss", () => {
    const lost = catalogued("lost_ring");
    const from = { baselineRelease: "1.19.3", release: "1.19.4" };
    const quiet = (offset: number, count: number) => blocks(offset, count, () => ({ x: 0, exposure: 1_000_000 }));
    const test = judge({ ...from, total: { candidate: quiet(0, 25), baseline: quiet(-672, 672) } }, lost);
    expect(test.comparability.knownChanges.join()).toMatch(/issues\/46584/);
    expect(test.guardrail).toBeNull();
  });

  it("leave a rise of denials amber where the release notes name a tightening", () => {
    const denied = catalogued("policy_denied");
    const side = (offset: number, count: number, x: number) => blocks(offset, count, steady(x));
    const total = { candidate: side(0, 25, 400), baseline: side(-672, 672, 200) };
    expect(judge({ total }, denied).notes.join()).toMatch(/tightening/);
    expect(judge({ total, baselineRelease: "1.20.0-pre.1", release: "1.20.0-pre.2" }, denied).notes).toEqual([]);
    const fallen = { candidate: side(0, 25, 100), baseline: side(-672, 672, 200) };
    expect(judge({ total: fallen }, denied).notes).toEqual([]);
  });

  it("make a renamed metric incomparable", () => {
    const renamed: Signal = {
      ...RATE,
      numerator: { terms: [{ metric: "cilium_node_connectivity_status", match: [], fold: "increase", sign: 1 }] },
    };
    expect(judge({ baselineRelease: "1.16.9", release: "1.17.0" }, renamed).comparability.state).toBe("INCOMPARABLE");
  });
});
