import { logBinomialMass } from "./binomial-mass";
import { requireCount, requirePart } from "./require";

/** `drawn` balls without return from an urn of `white` and `black`; X counts the white ones among them. */
export interface Urn {
  white: number;
  black: number;
  drawn: number;
}

/** The least and the greatest X, and its most probable value. */
export function hypergeometricSupport({ white, black, drawn }: Urn): { low: number; high: number; mode: number } {
  const low = Math.max(0, drawn - black);
  const high = Math.min(white, drawn);
  const mode = Math.floor(((drawn + 1) * (white + 1)) / (white + black + 2));
  return { low, high, mode: Math.min(high, Math.max(low, mode)) };
}

function requireUrn({ white, black, drawn }: Urn): void {
  requireCount(white, "white");
  requireCount(black, "black");
  requirePart(drawn, white + black, "drawn");
}

/** ln P(X = x) as a quotient of binomial masses (the algorithm of R's dhyper); -Infinity outside the support. */
export function logHypergeometricPmf(x: number, { white, black, drawn }: Urn): number {
  const total = white + black;
  if (x < Math.max(0, drawn - black) || x > Math.min(white, drawn)) return Number.NEGATIVE_INFINITY;
  if (drawn === 0 || drawn === total) return 0;
  const p = drawn / total;
  const q = (total - drawn) / total;
  return (
    logBinomialMass(x, white, p, q) + logBinomialMass(drawn - x, black, p, q) - logBinomialMass(drawn, total, p, q)
  );
}

/** Sums pmf(x) and on, away from the mode, each term from the one before. */
function sumFrom(x: number, urn: Urn, direction: 1 | -1): number {
  const { white, black, drawn } = urn;
  const { low, high } = hypergeometricSupport(urn);
  let term = 1;
  let sum = 1;
  for (let k = x; direction === 1 ? k < high : k > low; k += direction) {
    term *=
      direction === 1
        ? ((white - k) * (drawn - k)) / ((k + 1) * (black - drawn + k + 1))
        : (k * (black - drawn + k)) / ((white - k + 1) * (drawn - k + 1));
    sum += term;
    if (term < sum * 1e-18) break;
  }
  return Math.min(1, Math.exp(logHypergeometricPmf(x, urn)) * sum);
}

/** P(X >= x). Left of the mode by way of the other tail, which is then the smaller of the two. */
export function hypergeometricUpper(x: number, urn: Urn): number {
  const { low, high, mode } = hypergeometricSupport(urn);
  if (x <= low) return 1;
  if (x > high) return 0;
  return x > mode ? sumFrom(x, urn, 1) : 1 - sumFrom(x - 1, urn, -1);
}

/** P(X <= x). */
export function hypergeometricLower(x: number, urn: Urn): number {
  const { low, high, mode } = hypergeometricSupport(urn);
  if (x >= high) return 1;
  if (x < low) return 0;
  return x < mode ? sumFrom(x, urn, -1) : 1 - sumFrom(x + 1, urn, 1);
}

/** P(X = x): 0 outside the support. RangeError for counts that are no counts. */
export function hypergeometricPmf({ x, ...urn }: Urn & { x: number }): number {
  requireUrn(urn);
  return Number.isInteger(x) ? Math.exp(logHypergeometricPmf(x, urn)) : 0;
}

/** P(X > x), summed from the tail: exact to 1e-300, where 1 - P(X <= x) has nothing left but rounding. */
export function hypergeometricSf({ x, ...urn }: Urn & { x: number }): number {
  requireUrn(urn);
  return hypergeometricUpper(Math.floor(x) + 1, urn);
}
