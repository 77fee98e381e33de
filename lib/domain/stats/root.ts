const MOST_STEPS = 400;
const PRECISION = 4 * Number.EPSILON;

/**
 * The place in [low, high] where a rising or falling function crosses 0, to double precision: regula falsi
 * (the Illinois variant), with a bisection whenever that did not halve the bracket. A function that jumps over 0 is
 * answered with the place of the jump. With the same sign at both ends the end nearer to 0 is returned.
 */
export function findRoot(f: (x: number) => number, low: number, high: number): number {
  let [a, b] = [low, high];
  let [fa, fb] = [f(a), f(b)];
  if (fa === 0) return a;
  if (fb === 0) return b;
  if (fa > 0 === fb > 0) return Math.abs(fa) < Math.abs(fb) ? a : b;
  const narrow = (x: number): boolean => {
    const fx = f(x);
    if (fx === 0) {
      [a, b] = [x, x];
      return true;
    }
    if (fx > 0 === fb > 0) {
      [b, fb] = [x, fx];
      fa /= 2;
    } else {
      [a, fa] = [x, fx];
      fb /= 2;
    }
    return false;
  };
  for (let step = 0; step < MOST_STEPS && b - a > PRECISION * Math.max(1e-300, Math.abs(a), Math.abs(b)); step += 1) {
    const width = b - a;
    const secant = b - (fb * (b - a)) / (fb - fa);
    const inside = secant > a && secant < b;
    if (inside && narrow(secant)) break;
    if (b - a > width / 2 && narrow(a + (b - a) / 2)) break;
  }
  return a + (b - a) / 2;
}
