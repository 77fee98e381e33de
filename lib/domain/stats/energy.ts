import { requireSample } from "./require";

interface Weighted {
  value: number;
  /** Share of the first and of the second sample. */
  first: number;
  second: number;
}

function shares(values: readonly number[], weights: readonly number[] | undefined, name: string): readonly number[] {
  requireSample(values, name);
  const given = weights ?? values.map(() => 1);
  const total = given.reduce((a, b) => a + b, 0);
  if (given.length !== values.length || !given.every((weight) => weight >= 0) || !(total > 0 && total < Infinity)) {
    throw new RangeError(`the weights of ${name} must be one per value, none below 0, not all 0`);
  }
  return given.map((weight) => weight / total);
}

/** ∫(F-G)² and the mean distance between two samples, from one pass over all values in order. */
function compare(points: Weighted[]): { squared: number; between: number } {
  points.sort((a, b) => a.value - b.value);
  let [f, g, squared, between] = [0, 0, 0, 0];
  points.forEach((point, index) => {
    f += point.first;
    g += point.second;
    const gap = (points[index + 1]?.value ?? point.value) - point.value;
    squared += (f - g) ** 2 * gap;
    between += (f * (1 - g) + g * (1 - f)) * gap;
  });
  return { squared, between };
}

function pointsOf(u: readonly number[], v: readonly number[], p: readonly number[], q: readonly number[]): Weighted[] {
  return [
    ...u.map((value, i) => ({ value, first: p[i] ?? 0, second: 0 })),
    ...v.map((value, i) => ({ value, first: 0, second: q[i] ?? 0 })),
  ];
}

/** The energy distance sqrt(2 ∫(F-G)²) of two samples, weighted or not, as scipy.stats.energy_distance. */
export function energyDistance(
  u: readonly number[],
  v: readonly number[],
  weights: { u?: readonly number[]; v?: readonly number[] } = {},
): number {
  return Math.sqrt(2 * compare(pointsOf(u, v, shares(u, weights.u, "u"), shares(v, weights.v, "v"))).squared);
}

/**
 * The energy statistics of Székely and Rizzo 2013: e = 2 E|X-Y| - E|X-X'| - E|Y-Y'|, the test statistic
 * t = e · nm/(n+m), and the coefficient of inhomogeneity h = e / (2 E|X-Y|), 0 when all values are the same.
 */
export function energyStatistics(u: readonly number[], v: readonly number[]): { e: number; t: number; h: number } {
  const { squared, between } = compare(pointsOf(u, v, shares(u, undefined, "u"), shares(v, undefined, "v")));
  const e = 2 * squared;
  return {
    e,
    t: (e * u.length * v.length) / (u.length + v.length),
    h: between > 0 ? e / (2 * between) : 0,
  };
}
