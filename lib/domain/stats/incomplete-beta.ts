import { logBinomialMass } from "./binomial-mass";

const PRECISION = 1e-16;
const TINY = 1e-300;
const MOST_STEPS = 200_000;

function nonZero(value: number): number {
  return Math.abs(value) < TINY ? TINY : value;
}

/** The continued fraction DLMF 8.17.22, by the modified Lentz method. */
function continuedFraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / nonZero(1 - ((a + b) * x) / (a + 1));
  let value = d;
  for (let m = 1; m < MOST_STEPS; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / nonZero(1 + even * d);
    c = nonZero(1 + even / c);
    value *= c * d;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / nonZero(1 + odd * d);
    c = nonZero(1 + odd / c);
    const step = c * d;
    value *= step;
    if (Math.abs(step - 1) <= PRECISION * 4) return value;
  }
  return value;
}

/**
 * The regularized incomplete beta function I_x(a, b), a > 0, b > 0: relative accuracy in the lower tail, and in the
 * upper one by symmetry, I_x(a, b) = 1 - I_y(b, a). `y` is 1 - x, given apart where it is known more exactly.
 */
export function incompleteBeta(x: number, a: number, b: number, y = 1 - x): number {
  if (!(a > 0 && b > 0) || !(x >= 0 && y >= 0)) {
    throw new RangeError(`incompleteBeta needs a, b > 0 and 0 <= x <= 1, not x=${x}, a=${a}, b=${b}`);
  }
  if (x === 0) return 0;
  if (y === 0) return 1;
  const prefix = (Math.exp(logBinomialMass(a, a + b, x, y)) * a * b) / (a + b);
  if (x <= (a + 1) / (a + b + 2)) return Math.min(1, (prefix * continuedFraction(x, a, b)) / a);
  return Math.max(0, 1 - (prefix * continuedFraction(y, b, a)) / b);
}
