import { describe, expect, it } from "vitest";
import { varianceInflation } from "./autocorrelation";
import { cleanRunsToVerify } from "./failure-fix";
import { simes } from "./multiple-testing";
import { mulberry32, shuffle } from "./random";
import { requiredPasses } from "./required-passes";

describe("clean runs that verify a fix", () => {
  it("are as many as make an unfixed failure improbable", () => {
    expect([1, 0.5, 0.3, 0.2, 0.1].map(cleanRunsToVerify)).toEqual([1, 5, 9, 14, 29]);
    for (const rate of [0.02, 0.1, 0.33, 0.99]) {
      expect((1 - rate) ** cleanRunsToVerify(rate)).toBeLessThanOrEqual(0.05);
    }
    expect(() => cleanRunsToVerify(0)).toThrow(RangeError);
    expect(() => cleanRunsToVerify(1.2)).toThrow(RangeError);
  });
});

describe("required passes", () => {
  it("do not fall when the history was better, and are at most the attempts", () => {
    for (let attempts = 0; attempts <= 12; attempts += 1) {
      let before = 0;
      for (let percent = 0; percent <= 100; percent += 1) {
        const required = requiredPasses({ attempts, historicalPassPercent: percent });
        expect(required).toBeGreaterThanOrEqual(before);
        expect(required).toBeLessThanOrEqual(attempts);
        before = required;
      }
    }
    expect(() => requiredPasses({ attempts: 3, historicalPassPercent: 101 })).toThrow(RangeError);
  });
});

describe("one p-value of a family", () => {
  it("is the smallest of Simes", () => {
    expect(simes([0.01, 0.04, 0.9])).toBeCloseTo(0.03, 12);
    expect(simes([])).toBe(1);
  });
});

describe("chance that can be repeated", () => {
  it("gives the same numbers for the same seed, spread over [0, 1)", () => {
    const [one, two] = [mulberry32(42), mulberry32(42)];
    const drawn = Array.from({ length: 1000 }, one);
    expect(Array.from({ length: 1000 }, two)).toEqual(drawn);
    expect(Math.min(...drawn)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...drawn)).toBeLessThan(1);
    expect(drawn.reduce((a, b) => a + b, 0) / 1000).toBeCloseTo(0.5, 1);
    expect(mulberry32(43)()).not.toBe(drawn[0]);
  });

  it("puts every value in every place about as often", () => {
    const random = mulberry32(5);
    const seen = [0, 0, 0];
    for (let i = 0; i < 3000; i += 1) {
      const values = Int32Array.of(9, 0, 1, 2, 9);
      shuffle(values, 1, 4, random);
      expect([values[0], values[4]]).toEqual([9, 9]);
      const place = values.indexOf(0) - 1;
      seen[place] = (seen[place] ?? 0) + 1;
    }
    // 1000 each with a standard deviation of 26.
    for (const times of seen) expect(Math.abs(times - 1000)).toBeLessThan(130);
  });
});

describe("the inflation of a variance", () => {
  it("is that of the correlation, more when counting noise hides part of it", () => {
    expect(varianceInflation(0, 1)).toBe(1);
    expect(varianceInflation(0.5, 1)).toBe(3);
    // Half of a dispersion of 2 is Poisson's: the other half correlates by .8, and (1 + 9) / 2 is 5.
    expect(varianceInflation(0.4, 2)).toBeCloseTo(5, 12);
    expect(varianceInflation(0.4, 1e9)).toBeCloseTo(7 / 3, 6);
    expect(varianceInflation(0.8, 1.5)).toBeCloseTo(9, 12);
  });
});
