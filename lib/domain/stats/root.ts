const MOST_STEPS = 2000;
const PRECISION = 2 * Number.EPSILON;

/** A point with the value of the function there. */
interface Point {
  x: number;
  f: number;
}

/** How far from a towards b inverse quadratic interpolation through all three leads; half way where it cannot be trusted. */
function stepTowards(a: Point, b: Point, c: Point): number {
  const xi = (a.x - b.x) / (c.x - b.x);
  const phi = (a.f - b.f) / (c.f - b.f);
  if (!(phi ** 2 < xi && (1 - phi) ** 2 < 1 - xi)) return 0.5;
  const first = (a.f / (b.f - a.f)) * (c.f / (b.f - c.f));
  return first + ((c.x - a.x) / (b.x - a.x)) * (a.f / (c.f - a.f)) * (b.f / (c.f - b.f));
}

/**
 * The place in [low, high] where a rising or falling function crosses 0, to double precision (Chandrupatla 1997,
 * Adv. Eng. Software 28:145-149). A function that jumps over 0 is answered with the place of the jump. With the same
 * sign at both ends the end nearer to 0 is returned.
 */
export function findRoot(f: (x: number) => number, low: number, high: number): number {
  let a: Point = { x: low, f: f(low) };
  let b: Point = { x: high, f: f(high) };
  if (a.f === 0) return low;
  if (b.f === 0) return high;
  if (a.f > 0 === b.f > 0) return Math.abs(a.f) < Math.abs(b.f) ? low : high;
  let share = 0.5;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const x = a.x + share * (b.x - a.x);
    const next: Point = { x, f: f(x) };
    const sameSide = next.f > 0 === a.f > 0;
    const c = sameSide ? a : b;
    if (!sameSide) b = a;
    a = next;
    const best = Math.abs(a.f) < Math.abs(b.f) ? a : b;
    const least = (PRECISION * Math.abs(best.x) + 1e-300) / Math.abs(b.x - a.x);
    if (best.f === 0 || !(least <= 0.5)) return best.x;
    share = Math.min(1 - least, Math.max(least, stepTowards(a, b, c)));
  }
  return a.x;
}
