import { describe, expect, it } from "vitest";
import { afterHours, BASELINE_HOURS, blocks, cellFacts, hourAt, RATE, steady } from "./fixtures/signal-facts";
import { testSignal } from "./judge-signal";
import type { Signal } from "./signal";
import type { SignalBlock } from "./signal-block";

const DAY = afterHours(24);
const usual = blocks(-BASELINE_HOURS, BASELINE_HOURS, steady(20));
const candidate = (of: Parameters<typeof blocks>[2], hours = 25) => blocks(0, hours, of);
const judge = (candidate: SignalBlock[], baseline: SignalBlock[] = usual, signal: Signal = RATE, now = DAY) =>
  testSignal(cellFacts({ total: { candidate, baseline } }), signal, now, null);

describe("a rate", () => {
  it("that doubled is told with its ratio, its onset at the upgrade, and both tests agreeing", () => {
    const test = judge(candidate(steady(40)));
    expect(test).toMatchObject({ method: "quasi-poisson", look: "24 h", nextLook: "72 h", looksInRow: 1 });
    expect(test.estimate?.ratio).toBeCloseTo(2, 1);
    expect(test.p).toBeLessThan(1e-6);
    expect(test.confirmP).toBeLessThan(0.001);
    expect(test.topBlockShare).toBeLessThan(0.2);
    expect(test.onset?.label).toBe("with the upgrade");
    expect(test.candidate).toMatchObject({ hours: 24, from: hourAt(1), to: hourAt(25) });
  });

  it("that stayed is not told, is proven within a quarter, and says what it could have seen", () => {
    const test = judge(candidate(steady(20)));
    expect(test.p).toBeGreaterThan(0.5);
    expect(test.looksInRow).toBe(0);
    expect(test.onset).toBeNull();
    expect(test.upperRatio).toBeLessThan(1.25);
    expect(test.detectableRatio).toBeGreaterThan(1.1);
    expect(test.detectableRatio).toBeLessThan(1.5);
  });

  it("is not moved by three times the traffic", () => {
    const test = judge(candidate((nth) => ({ x: (steady(20)(nth).x ?? 0) * 3, exposure: 30_000 })));
    expect(test.estimate?.ratio).toBeCloseTo(1, 1);
    expect(test.p).toBeGreaterThan(0.05);
  });

  it("of a course of the day is invisible unmatched and certain hour by hour", () => {
    // Counts of one half day, baseline and candidate, over the same exposures: regressions.md §3.2.5.
    const x0 = [3, 40, 5, 60, 8, 2, 30, 4, 55, 6, 9, 20];
    const x1 = [5, 70, 9, 100, 12, 4, 45, 8, 90, 10, 15, 33];
    const course = (of: number[]) => (_: number, hour: Date) => ({
      x: of[hour.getUTCHours() % 12] ?? 0,
      exposure: 1200,
    });
    const matched = judge(candidate(course(x1)), blocks(-BASELINE_HOURS, BASELINE_HOURS, course(x0)));
    expect(matched.p).toBeLessThan(1e-9);
    const shuffled = (_: number, hour: Date) => ({
      x: x0[(hour.getUTCHours() + 5 * hour.getUTCDate()) % 12] ?? 0,
      exposure: 1200,
    });
    expect(judge(candidate(course(x1)), blocks(-BASELINE_HOURS, BASELINE_HOURS, shuffled)).p).toBeGreaterThan(0.001);
  });

  it("with one enormous hour is a burst: the second test does not agree", () => {
    const test = judge(candidate((nth) => (nth === 7 ? { x: 2000 } : steady(20)(nth))));
    expect(test.topBlockShare).toBeGreaterThan(0.5);
    expect(test.confirmP).toBeGreaterThan(0.05);
    expect(test.notes.join()).toMatch(/a burst, not a level/);
  });

  it("that vanished is told where less is worth telling, and not where only more is", () => {
    const either: Signal = { ...RATE, direction: "either", redRatioLow: 0.8 };
    expect(
      judge(
        candidate(() => ({ x: 0 })),
        usual,
        either,
      ),
    ).toMatchObject({ looksInRow: 1 });
    expect(
      judge(
        candidate(() => ({ x: 0 })),
        usual,
        either,
      ).p,
    ).toBeLessThan(0.001);
    expect(judge(candidate(() => ({ x: 0 }))).p).toBeGreaterThan(0.99);
  });

  it("is judged on a Sunday with a baseline that has no Sunday", () => {
    const weekdays = usual.filter(({ hour }) => hour.getUTCDay() % 6 !== 0);
    const sunday = blocks(5 * 24 + 23, 25, steady(60));
    const test = judge(sunday, weekdays, RATE, afterHours(7 * 24));
    expect(test.estimate?.ratio).toBeCloseTo(3, 0);
  });
});

describe("looks", () => {
  it("take data up to the last one that was reached, and no more", () => {
    const calm = candidate((nth) => steady(nth < 7 ? 20 : 200)(nth), 20);
    const test = judge(calm, usual, RATE, afterHours(19));
    expect(test).toMatchObject({ look: "6 h", nextLook: "24 h" });
    expect(test.p).toBeGreaterThan(0.05);
  });

  it("count in a row, and once per look", () => {
    const facts = cellFacts({ total: { candidate: candidate(steady(40)), baseline: usual } });
    const again = (looksInRow: number, look: string) =>
      testSignal(facts, RATE, DAY, { looksInRow, look, p: 0.001 }).looksInRow;
    expect(again(1, "6 h")).toBe(2);
    expect(again(2, "24 h")).toBe(2);
    expect(again(0, "6 h")).toBe(1);
  });

  it("begin with the first whole hour after the transition", () => {
    const test = judge(candidate(steady(500), 1), usual, RATE, afterHours(0));
    expect(test).toMatchObject({ look: "0 h", nextLook: "1 h", p: null, comparability: { state: "comparable" } });
  });
});

describe("few events", () => {
  const none = blocks(-BASELINE_HOURS, BASELINE_HOURS, () => ({ x: 0 }));

  it("are judged by the exact test, with nothing before", () => {
    const test = judge(
      candidate((nth) => ({ x: nth % 6 === 0 ? 1 : 0 })),
      none,
    );
    expect(test.method).toBe("conditional-binomial");
    // Four of four events in 24 of 696 hours: (24/696)^4 / 2.
    expect(test.p).toBeCloseTo((24 / 696) ** 4 / 2, 9);
    expect(test.smallestP).toBeCloseTo((24 / 696) ** 4 / 2, 9);
    expect(test.estimate?.high).toBe(1e9);
  });

  it("of one burst on one node are not judged; on two nodes they are", () => {
    const burst = (nth: number) => ({ x: nth === 5 ? 4 : 0 });
    expect(judge(candidate(burst), none).p).toBe(1);
    const node = (value: string) => ({
      segment: { label: "node", value },
      candidate: candidate((nth) => ({ x: nth === 5 ? 2 : 0 })),
      baseline: none,
    });
    const facts = cellFacts({
      total: { candidate: candidate(burst), baseline: none },
      segments: [node("a"), node("b")],
    });
    expect(testSignal(facts, RATE, DAY, null).p).toBeLessThan(1e-5);
  });
});

describe("control clusters", () => {
  const rising = { cluster: "eu-2", candidate: candidate(steady(40)), baseline: usual };
  const calm = { cluster: "eu-3", candidate: candidate(steady(20)), baseline: usual };

  it("that rise just as much leave nothing to tell", () => {
    const facts = cellFacts({
      total: { candidate: candidate(steady(40)), baseline: usual },
      controls: [rising, { ...rising, cluster: "eu-4" }],
    });
    const test = testSignal(facts, RATE, DAY, null);
    expect(test.control).toMatchObject({ clusters: 2, moved: true });
    expect(test.control?.ratio).toBeCloseTo(2, 1);
    expect(test.estimate?.ratio).toBeCloseTo(1, 1);
    expect(test.p).toBeGreaterThan(0.05);
    expect(test.notes.join()).toMatch(/Environment shifted ×2\.0/);
  });

  it("that stay calm change nothing", () => {
    const facts = cellFacts({ total: { candidate: candidate(steady(40)), baseline: usual }, controls: [calm] });
    expect(testSignal(facts, RATE, DAY, null)).toMatchObject({ control: { clusters: 1, moved: false }, looksInRow: 1 });
  });
});
