import { describe, expect, it } from "vitest";
import { betaQuantile } from "./beta-quantile";
import { binomialUpper } from "./binomial";
import { incompleteBeta } from "./incomplete-beta";
import { logChoose, logFactorial, logGamma } from "./log-gamma";
import { erfc, normalQuantile, normalSf } from "./normal";
import { tQuantile, tSf, tTwoSided } from "./student-t";

/** Expected values to 17 digits by mpmath 1.3.0 with 40 digits of working precision. */
function digits(actual: number, expected: number, relative = 1e-12): void {
  expect(Math.abs(actual / expected - 1), `${actual} is not ${expected}`).toBeLessThan(relative);
}

describe("special functions", () => {
  it("know the gamma function", () => {
    digits(logGamma(0.3), 1.0957979948180756);
    digits(logGamma(1e6), 12815504.569147613);
    expect(logFactorial(0)).toBe(0);
    digits(Math.exp(logFactorial(20)), 2432902008176640000);
    digits(Math.exp(logChoose(52, 5)), 2598960);
    expect(() => logGamma(0)).toThrow(RangeError);
    expect(() => logChoose(3, 4)).toThrow(RangeError);
  });

  it("know the incomplete beta function where others lose digits", () => {
    digits(incompleteBeta(1e-8, 0.3, 0.5), 0.002913690823985974);
    digits(incompleteBeta(0.997879803557381, 816.2718185969325, 0.9495265486870553), 0.16338024999651662);
    digits(binomialUpper(17405, 36482, 0.4642238047053337), 4.3800941762253305e-7, 1e-11);
    expect(() => incompleteBeta(0.5, 0, 1)).toThrow(RangeError);
    expect(() => incompleteBeta(1.5, 1, 1)).toThrow(RangeError);
  });

  it("know the tails of Student's and of the normal distribution", () => {
    // R: pt(-5, 10) is 2.68666801e-4.
    digits(tSf(5, 10), 0.0002686668013782263);
    digits(tSf(30, 3.3), 1.9414696771561537e-5);
    digits(tSf(200, 150), 2.775689553326321e-184);
    digits(tSf(-0.001, 2), 1 - 0.49964644669779507);
    expect(tTwoSided(Infinity, 3)).toBe(0);
    digits(tSf(1.5, Infinity), normalSf(1.5));
    // A table of the normal distribution ends long before z = 6.
    digits(normalSf(6), 9.86587645037698e-10);
    digits(normalSf(37), 5.725571222524577e-300);
    digits(erfc(1.99), 0.004888586800383003);
    digits(erfc(2.01), 0.004475150644751763);
    digits(erfc(0.5), 0.4795001221869535);
  });

  it("agree with closed forms: Cauchy's distribution, and Student's of two degrees", () => {
    for (const t of [0.01, 0.3, 1, 4, 90, 1e6]) {
      digits(tSf(t, 1), Math.atan2(1, t) / Math.PI);
      const root = Math.sqrt(2 + t * t);
      digits(tSf(t, 2), 1 / (root * (root + t)));
      digits(incompleteBeta(t / (1 + t), 1, 7), -Math.expm1(-7 * Math.log1p(t)));
    }
  });

  it("find back what they started from", () => {
    for (const p of [1e-12, 1e-3, 0.2, 0.5, 0.9, 1 - 1e-9]) {
      digits(1 - normalSf(normalQuantile(p)), p, 1e-3 * Math.min(p, 1e-7) + 1e-4);
      for (const df of [0.7, 3, 22, 5000]) if (p < 0.5) digits(tSf(-tQuantile(p, df), df), p, 1e-11);
      for (const [a, b] of [
        [0.3, 0.5],
        [3, 1e6],
        [1e6, 3],
        [200, 200],
      ] as const) {
        digits(incompleteBeta(betaQuantile(p, a, b), a, b), p, 1e-6);
      }
    }
    expect(normalQuantile(0)).toBe(-Infinity);
    expect(normalQuantile(1)).toBe(Infinity);
    expect(() => normalQuantile(1.1)).toThrow(RangeError);
    expect(() => tQuantile(0, 4)).toThrow(RangeError);
  });
});
