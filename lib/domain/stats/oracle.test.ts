import { dbinom, phyper, pnorm, psignrank, pwilcox, qnorm } from "lib-r-math.js";
import { describe, expect, it } from "vitest";
import { binomialLower, binomialUpper } from "./binomial";
import { fisherExact, fisherMidP } from "./fisher";
import { hypergeometricSf } from "./hypergeometric";
import { mannWhitneyCdf } from "./mann-whitney";
import { normalCdf, normalQuantile, normalSf } from "./normal";
import { mulberry32 } from "./random";
import { signedRankMasses } from "./signed-rank";

/** R's own nmath, compiled to JavaScript: numbers nobody here chose, compared at random places. */
const random = mulberry32(20_260_801);
const whole = (below: number): number => Math.floor(random() * below);
const between = (low: number, high: number): number => low + random() * (high - low);

function repeat(times: number, check: () => void): void {
  for (let i = 0; i < times; i += 1) check();
}

/** Relative, as tails are compared; values below doubles' full precision are left out by the callers' ranges. */
function same(actual: number, expected: number, what: string, tolerance = 1e-10): void {
  if (expected < 1e-280) return;
  expect(Math.abs(actual / expected - 1), `${what}: ${actual} is not ${expected}`).toBeLessThan(tolerance);
}

describe("beside R", () => {
  it("has the same upper tails of the hypergeometric distribution", () => {
    repeat(2000, () => {
      const size = 10 ** between(1, 5);
      const [white, black] = [whole(size), whole(size)];
      const drawn = whole(white + black + 1);
      const total = Math.max(2, white + black);
      const mean = (drawn * white) / total;
      const variance = (((mean * black) / total) * (total - drawn)) / (total - 1);
      const x = Math.round(mean + between(-3, 20) * (Math.sqrt(variance) + 1));
      if (x >= Math.min(white, drawn)) return;
      const sf = hypergeometricSf({ x, white, black, drawn });
      same(sf, phyper(x, white, black, drawn, false), `P(X > ${x}) of ${white}, ${black}, ${drawn}`);
    });
  });

  it("has the same one-sided Fisher tests, and mid-p", () => {
    repeat(1000, () => {
      const [n1, n0] = [1 + whole(40), 1 + whole(400)];
      const [fail1, fail0] = [whole(n1 + 1), whole(n0 + 1)];
      const table = [
        [fail1, n1 - fail1],
        [fail0, n0 - fail0],
      ] as const;
      const above = phyper(fail1, n1, n0, fail1 + fail0, false);
      const atLeast = phyper(fail1 - 1, n1, n0, fail1 + fail0, false);
      same(fisherExact(table, "greater"), atLeast, "greater");
      same(fisherExact(table, "less"), phyper(fail1, n1, n0, fail1 + fail0), "less");
      same(fisherMidP({ fail1, n1, fail0, n0 }), (above + atLeast) / 2, "mid-p");
    });
  });

  // Its pbinom, pbeta and pt lose digits (pbinom(1, 2, .159, false) is 1e-3 off), its masses do not: those are summed.
  it("has the same tails of the binomial distribution", () => {
    repeat(500, () => {
      const n = 1 + whole(10 ** between(0, 3.3));
      const p = random() ** 3;
      const x = Math.min(n, Math.max(0, Math.round(n * p + between(-8, 8) * (Math.sqrt(n * p * (1 - p)) + 1))));
      const masses = Array.from({ length: n + 1 }, (_, k) => dbinom(k, n, p));
      const total = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
      same(binomialUpper(x, n, p), total(masses.slice(x).reverse()), `P(X >= ${x}) of ${n}, ${p}`);
      same(binomialLower(x, n, p), total(masses.slice(0, x + 1)), `P(X <= ${x}) of ${n}, ${p}`);
    });
  });

  it("has the same normal distribution, far into its tails", () => {
    repeat(1000, () => {
      const z = between(-36, 36);
      same(normalCdf(z), pnorm(z), `cdf of ${z}`);
      same(normalSf(z), pnorm(z, 0, 1, false), `sf of ${z}`);
      const p = 10 ** between(-250, 0);
      same(normalQuantile(p), qnorm(p), `quantile of ${p}`);
    });
  });

  it("has the same exact distributions of rank statistics", () => {
    repeat(100, () => {
      const [n, m] = [1 + whole(15), 1 + whole(15)];
      const u = whole(n * m + 1);
      same(mannWhitneyCdf(n, m, u), pwilcox(u, n, m), `P(U <= ${u}) of ${n}, ${m}`);
      const size = 1 + whole(40);
      const v = whole((size * (size + 1)) / 2 + 1);
      const below = signedRankMasses(size)
        .subarray(0, v + 1)
        .reduce((a, b) => a + b, 0);
      same(below, psignrank(v, size), `P(V <= ${v}) of ${size}`);
    });
  });
});
