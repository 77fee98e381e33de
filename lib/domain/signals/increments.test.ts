import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { incrementOf, isRestart } from "./increments";

describe("incrementOf", () => {
  it.each([
    ["a counter that rose", 7, 5, false, { increase: 2, changes: 1, resets: 0 }],
    ["one that stayed", 5, 5, false, { increase: 0, changes: 0, resets: 0 }],
    ["one that began again", 3, 5, false, { increase: 3, changes: 1, resets: 1 }],
    ["one that began again at nothing", 0, 5, false, { increase: 0, changes: 1, resets: 1 }],
    ["a new series", 3, undefined, false, { increase: 3, changes: 0, resets: 0 }],
    ["one of a new process that is already higher", 9, 5, true, { increase: 9, changes: 1, resets: 1 }],
    ["one of a new process that never counted", 0, 0, true, { increase: 0, changes: 0, resets: 0 }],
  ])("reads %s", (_what, value, previous, restarted, expected) => {
    expect(incrementOf(value, previous, restarted)).toEqual(expected);
  });

  it("counts everything that a process counted, whenever it began again, but what fell between two scrapes", () => {
    const steps = fc.array(fc.record({ add: fc.nat(50), restart: fc.boolean() }), { minLength: 1 });
    fc.assert(
      fc.property(steps, (life) => {
        let [counter, seen, counted]: [number, number | undefined, number] = [0, undefined, 0];
        for (const { add, restart } of life) {
          counter = (restart ? 0 : counter) + add;
          counted += incrementOf(counter, seen, restart).increase;
          seen = counter;
        }
        expect(counted).toBe(life.reduce((sum, { add }) => sum + add, 0));
      }),
    );
  });
});

describe("isRestart", () => {
  const series = (value: number) => [{ name: "cilium_process_start_time_seconds", key: "k", value }];

  it("is told by another start time, not by one that was computed a little differently", () => {
    expect(isRestart(series(1000), { k: 1000 })).toBe(false);
    expect(isRestart(series(1000.7), { k: 1000 })).toBe(false);
    expect(isRestart(series(1060), { k: 1000 })).toBe(true);
    expect(isRestart(series(1060), {})).toBe(false);
    expect(isRestart([{ name: "cilium_errors_warnings_total", key: "k", value: 9 }], { k: 1 })).toBe(false);
  });
});
