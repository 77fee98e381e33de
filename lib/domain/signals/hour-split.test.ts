import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitOverHours } from "./hour-split";

const at = (text: string) => new Date(`2026-06-15T${text}Z`);

describe("splitOverHours", () => {
  it("gives each hour its part of the time", () => {
    expect(splitOverHours(at("09:45:00"), at("11:15:00"))).toEqual([
      { hour: at("09:00:00"), seconds: 900, share: 1 / 6 },
      { hour: at("10:00:00"), seconds: 3600, share: 2 / 3 },
      { hour: at("11:00:00"), seconds: 900, share: 1 / 6 },
    ]);
  });

  it("does not touch an hour that begins where the span ends, and nothing for no time", () => {
    expect(splitOverHours(at("09:00:00"), at("10:00:00")).map((part) => part.hour)).toEqual([at("09:00:00")]);
    expect(splitOverHours(at("10:00:00"), at("10:00:00"))).toEqual([]);
  });

  it("loses no time and no share", () => {
    const instant = fc.integer({ min: 0, max: 10 * 3_600_000 });
    fc.assert(
      fc.property(instant, instant, (a, b) => {
        fc.pre(a !== b);
        const parts = splitOverHours(new Date(Math.min(a, b)), new Date(Math.max(a, b)));
        expect(parts.reduce((sum, part) => sum + part.seconds, 0)).toBeCloseTo(Math.abs(a - b) / 1000, 6);
        expect(parts.reduce((sum, part) => sum + part.share, 0)).toBeCloseTo(1, 9);
        expect(parts.every((part) => part.seconds > 0 && part.seconds <= 3600)).toBe(true);
      }),
    );
  });
});
