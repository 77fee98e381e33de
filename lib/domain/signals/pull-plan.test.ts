import { describe, expect, it } from "vitest";
import { planPull, restAfter } from "./pull-plan";

const at = (text: string) => new Date(text);
const iso = (hours: readonly Date[]) => hours.map((hour) => hour.toISOString().slice(0, 16));

describe("the hours to ask for", () => {
  it("are finished ones, and two minutes have passed since", () => {
    const next = at("2026-07-01T10:00:00Z");
    expect(iso(planPull(next, at("2026-07-01T10:59:00Z")).hours)).toEqual([]);
    expect(iso(planPull(next, at("2026-07-01T11:01:59Z")).hours)).toEqual([]);
    expect(iso(planPull(next, at("2026-07-01T11:02:00Z")).hours)).toEqual(["2026-07-01T10:00"]);
  });

  it("are taken in order, twelve at a time", () => {
    const { hours, givenUp } = planPull(at("2026-07-01T00:00:00Z"), at("2026-07-03T00:30:00Z"));
    expect(hours).toHaveLength(12);
    expect(iso(hours).at(0)).toBe("2026-07-01T00:00");
    expect(iso(hours).at(-1)).toBe("2026-07-01T11:00");
    expect(givenUp).toBe(0);
  });

  it("begin seven days back at the most, and say how much was given up", () => {
    const { hours, givenUp } = planPull(at("2026-06-20T00:00:00Z"), at("2026-07-01T00:30:00Z"));
    expect(iso(hours).at(0)).toBe("2026-06-24T01:00");
    expect(givenUp).toBe(4 * 24 + 1);
    expect(iso(planPull(null, at("2026-07-01T00:30:00Z")).hours).at(0)).toBe("2026-06-24T01:00");
    expect(planPull(null, at("2026-07-01T00:30:00Z")).givenUp).toBe(0);
  });
});

describe("the rest after failures", () => {
  it("begins with the fifth and doubles up to six hours", () => {
    expect([0, 1, 4].map(restAfter)).toEqual([0, 0, 0]);
    expect([5, 6, 7, 9, 10, 1000].map((failures) => restAfter(failures) / 60_000)).toEqual([15, 30, 60, 240, 360, 360]);
  });
});
