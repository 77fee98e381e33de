import { describe, expect, it } from "vitest";
import { splitRange } from "./split-range";

const pointsOf = (start: number, end: number, step: number) => {
  const points: number[] = [];
  for (let at = start; at <= end; at += step) points.push(at);
  return points;
};

describe("a range of more than 11,000 points", () => {
  it("is asked in parts that have each point once", () => {
    const parts = splitRange({ start: 1000, end: 1000 + 15 * 25_000 }, 15);
    expect(parts.map(({ start, end }) => pointsOf(start, end, 15).length)).toEqual([11_000, 11_000, 3001]);
    expect(parts.flatMap(({ start, end }) => pointsOf(start, end, 15))).toEqual(pointsOf(1000, 1000 + 15 * 25_000, 15));
  });

  it("of exactly 11,000 stays one, and a single point is one", () => {
    expect(splitRange({ start: 0, end: 10_999 }, 1)).toEqual([{ start: 0, end: 10_999 }]);
    expect(splitRange({ start: 60, end: 60 }, 3600)).toEqual([{ start: 60, end: 60 }]);
  });
});
