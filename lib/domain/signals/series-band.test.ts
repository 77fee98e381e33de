import { describe, expect, it } from "vitest";
import { hoursBetween, usualAt } from "./series-band";

const at = (day: number, hour: number) => new Date(Date.UTC(2026, 5, day, hour));
const days = (hour: number, values: readonly number[]) =>
  values.map((value, index) => ({ hour: at(index + 1, hour), value }));

describe("what is usual at an hour", () => {
  it("is the middle and 95 % of the same hour of the day", () => {
    // numpy.quantile([1..9], [.025, .5, .975]) with its default, type 7.
    const [usual] = usualAt([at(20, 9)], [...days(9, [5, 1, 9, 3, 7, 2, 8, 4, 6]), ...days(10, [1000, 1000, 1000])]);
    expect(usual).toEqual({ hour: at(20, 9), middle: 5, low: expect.closeTo(1.2, 9), high: expect.closeTo(8.8, 9) });
  });

  it("takes the hours beside it where there are fewer than three values, over midnight too", () => {
    const baseline = [...days(23, [1, 2]), ...days(0, [3]), ...days(1, [100, 100, 100])];
    const [midnight, evening] = usualAt([at(20, 0), at(20, 23)], baseline);
    // 0 h alone has one value; 1 h and 23 h are beside it.
    expect(midnight).toMatchObject({ middle: 51.5, low: expect.any(Number) });
    expect(evening).toMatchObject({ middle: 2 });
  });

  it("is nothing where there are fewer than three values altogether, and each value counts once", () => {
    expect(usualAt([at(20, 9)], days(21, [1, 2]))).toEqual([]);
    const far = usualAt([at(20, 9)], [...days(21, [1]), ...days(20, [2]), ...days(22, [3])]);
    expect(far).toMatchObject([{ middle: 2, low: expect.closeTo(1.05, 9), high: expect.closeTo(2.95, 9) }]);
  });
});

describe("hoursBetween", () => {
  it("begins with the hour that the span begins in and ends before its end", () => {
    expect(hoursBetween(new Date("2026-06-15T09:30:00Z"), new Date("2026-06-15T11:00:00Z"))).toEqual([
      at(15, 9),
      at(15, 10),
    ]);
    expect(hoursBetween(at(15, 9), at(15, 9))).toEqual([]);
  });
});
