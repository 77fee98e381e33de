import { describe, expect, it } from "vitest";
import { prepareBaselineGrid, prepareRunBoxes, runCounts } from "./prepare-run-strip";
import { prepareSignalSpark, SPARK } from "./prepare-signal-spark";

const run = (id: string, hour: number, result: "passed" | "failed" | "flaky" = "passed") => ({
  id,
  at: new Date(Date.UTC(2026, 5, 9, hour)).toISOString(),
  result,
});

describe("prepareRunBoxes", () => {
  it("numbers from the oldest and folds the oldest away, so that a number keeps its run", () => {
    const { boxes, folded } = prepareRunBoxes([run("c", 3), run("a", 1), run("b", 2, "failed")], 2);
    expect(folded).toBe(1);
    expect(boxes.map(({ id, number }) => `${number}${id}`)).toEqual(["2b", "3c"]);
  });

  it("says what they came to, worst first", () => {
    expect(runCounts([run("a", 1), run("b", 2, "flaky"), run("c", 3, "failed"), run("d", 4)])).toBe(
      "1 failed, 1 flaky, 2 passed",
    );
  });
});

describe("prepareBaselineGrid", () => {
  it("has one square a run where they fit", () => {
    const { squares, each } = prepareBaselineGrid(4, 200, 300);
    expect(each).toBe(1);
    expect(squares).toHaveLength(200);
    expect(squares.filter(Boolean)).toHaveLength(4);
  });

  it("keeps one failure in view when a square stands for many runs", () => {
    const { squares, each } = prepareBaselineGrid(1, 5000, 300);
    expect(each).toBe(17);
    expect(squares.length).toBeLessThanOrEqual(300);
    expect(squares.filter(Boolean)).toHaveLength(1);
  });

  it("is empty without runs, and red throughout when all failed", () => {
    expect(prepareBaselineGrid(0, 0, 300).squares).toEqual([]);
    expect(prepareBaselineGrid(7, 7, 300).squares.every(Boolean)).toBe(true);
  });
});

describe("prepareSignalSpark", () => {
  const at = (hour: number) => new Date(Date.UTC(2026, 5, 9, hour)).toISOString();
  const point = (hour: number, value: number | null) => ({ at: at(hour), value, x: value, exposure: 1, coverage: 1 });
  const band = [0, 1, 2, 3, 4, 5, 6, 7].map((hour) => ({ at: at(hour), middle: 1, low: 0.5, high: 2 }));
  const candidate = [point(3, 1), point(4, 8), point(5, null), point(6, 8), point(7, 8)];
  const data = prepareSignalSpark({ candidate, band, mark: at(3) });

  it("ends the line at a gap and names the gap", () => {
    expect(data.candidate).toHaveLength(2);
    expect(data.gaps).toEqual([{ left: 5 / 8, width: 1 / 8 }]);
  });

  it("stands on zero: the largest value is at the top, zero at the bottom", () => {
    expect(data.candidate[1]).toMatch(/^M195 4L/);
    const flat = prepareSignalSpark({ candidate: [point(0, 0), point(1, 0)], band: [], mark: null });
    expect(flat.candidate[0]).toContain(` ${SPARK.height}`);
  });

  it("marks the hour the candidate came", () => {
    expect(data.mark).toBe(3 / 8);
    expect(prepareSignalSpark({ candidate, band, mark: at(-9) }).mark).toBeNull();
  });

  it("does not take hours before the candidate for gaps, nor draw what is not there", () => {
    expect(data.gaps).toHaveLength(1);
    expect(prepareSignalSpark({ candidate: [], band: [], mark: null })).toMatchObject({ isEmpty: true, gaps: [] });
  });
});
