import { describe, expect, it } from "vitest";
import { arrivingSlots, historySlots, type Lane, nextArrival, slotName } from "./schedule";

const LANE: Lane = { periodMs: 100, phaseMs: 30, keep: 3, delayMs: 0 };

describe("historySlots", () => {
  it("gives the newest slots up to now, newest first, wherever in the period now lies", () => {
    expect(historySlots(LANE, 1029).map((slot) => slot.at)).toEqual([930, 830, 730]);
    expect(historySlots(LANE, 1030).map((slot) => slot.at)).toEqual([1030, 930, 830]);
  });

  it("knows a late report only after its delay", () => {
    expect(historySlots({ ...LANE, delayMs: 450 }, 1030).map((slot) => slot.at)).toEqual([530, 430, 330]);
  });

  it("puts reruns behind their run, each with a name of its own", () => {
    const lane = { ...LANE, keep: 2, reruns: { of: (index: number) => (index === 9 ? 2 : 0), gapMs: 10 } };
    expect(historySlots(lane, 1035).map(slotName)).toEqual(["10", "9.3", "9.2", "9"]);
    expect(historySlots(lane, 941).map(slotName)).toEqual(["9.2", "9", "8"]);
  });
});

describe("arrivingSlots", () => {
  it("together with the history leaves no slot out and sends none twice, at any step width", () => {
    const lane = { ...LANE, keep: 4, delayMs: 25, reruns: { of: (index: number) => index % 3, gapMs: 15 } };
    const start = 1_000;
    const end = 2_000;
    for (const step of [1, 7, 60, 250]) {
      const names: string[] = [];
      for (let now = start; now < end; now += step) {
        names.push(...arrivingSlots(lane, now, Math.min(now + step, end)).map(slotName));
      }
      const expected = historySlots({ ...lane, keep: 20 }, end)
        .filter((slot) => slot.at + lane.delayMs > start)
        .map(slotName)
        .reverse();
      expect([...names].sort()).toEqual([...expected].sort());
      expect(new Set(names).size).toBe(names.length);
    }
  });

  it("catches up no further than the history reaches", () => {
    expect(arrivingSlots(LANE, 0, 1030).map((slot) => slot.at)).toEqual([830, 930, 1030]);
  });

  it("sends what becomes due of a lane without history", () => {
    const lane = { ...LANE, keep: 0 };
    expect(historySlots(lane, 1030)).toEqual([]);
    expect(arrivingSlots(lane, 1000, 1030).map((slot) => slot.at)).toEqual([1030]);
  });
});

describe("nextArrival", () => {
  it("is the instant at which something new arrives", () => {
    const lane = { ...LANE, delayMs: 5, reruns: { of: () => 1, gapMs: 40 } };
    for (let now = 1_000; now < 1_300; now += 1) {
      const next = nextArrival(lane, now);
      expect(next).toBeGreaterThan(now);
      expect(arrivingSlots(lane, now, next - 1)).toEqual([]);
      expect(arrivingSlots(lane, now, next)).not.toEqual([]);
    }
  });
});
