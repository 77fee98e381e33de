import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { benjaminiHochberg, simes } from "../stats/multiple-testing";
import { correctFamily } from "./family";
import { correctTwoLevels } from "./two-level";

describe("one family", () => {
  it("is not diluted by members that could never have been significant", () => {
    const { q, testable } = correctFamily(
      [
        { p: 0.01, smallestP: 0.001 },
        { p: 0.03, smallestP: null },
        ...Array.from({ length: 100 }, () => ({ p: 0.5, smallestP: 0.2 })),
      ],
      0.01,
    );
    expect(testable).toBe(2);
    expect(q.slice(0, 3)).toEqual([0.02, 0.03, 1]);
  });
});

describe("two levels", () => {
  const tests = (groups: number, cells: number, p: (group: number, cell: number) => number) =>
    Array.from({ length: groups }, (_, group) =>
      Array.from({ length: cells }, (_cell, cell) => ({ group: `signal-${group}`, p: p(group, cell) })),
    ).flat();

  it("tests cells within the groups that are selected, at the level times their share", () => {
    // One of 10 groups: its Simes p is 50 * 1e-6, its BH q 5e-4; within it the cell has q 5e-5, over 1/10 of the level.
    const q = correctTwoLevels(tests(10, 50, (group, cell) => (group === 0 && cell === 0 ? 1e-6 : 0.5)));
    expect(q[0]).toBeCloseTo(5e-4, 10);
    expect(Math.min(...q.slice(50))).toBe(0.5);
  });

  const families = fc.array(fc.array(fc.double({ min: 1e-9, max: 1, noNaN: true }), { minLength: 1, maxLength: 8 }), {
    minLength: 1,
    maxLength: 8,
  });

  it("rejects at a level just what the rule of Benjamini and Bogomolov rejects", () => {
    fc.assert(
      fc.property(families, fc.constantFrom(0.05, 0.2), (groups, level) => {
        const told = groups.flatMap((group, at) => group.map((p) => ({ group: String(at), p })));
        const q = correctTwoLevels(told);
        const ofGroups = benjaminiHochberg(groups.map(simes));
        const selected = ofGroups.filter((value) => value <= level).length;
        const expected = groups.flatMap((group, at) =>
          benjaminiHochberg(group).map(
            (within) => (ofGroups[at] ?? 1) <= level && within <= (level * selected) / groups.length,
          ),
        );
        expect(q.map((value) => value <= level)).toEqual(expected);
      }),
      { seed: 11, numRuns: 400 },
    );
  });
});
