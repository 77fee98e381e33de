import type { FittedBlock } from "./ratio-fit";

/** More than this is not believed of hourly blocks; it bounds the inflation of the variance at 9. */
const HIGHEST = 0.8;
/** Two blocks are neighbours when no more than this many times the usual step apart. */
const STEP_TOLERANCE = 1.5;

interface Residual {
  value: number;
  time: number | null;
}

function residualsOf(blocks: readonly FittedBlock[]): readonly Residual[] {
  const residuals = blocks.map(({ x, mean, at }) => ({
    value: mean > 0 ? (x - mean) / Math.sqrt(mean) : 0,
    time: at?.getTime() ?? null,
  }));
  if (residuals.some(({ time }) => time === null)) return residuals;
  return residuals.sort((a, b) => (a.time ?? 0) - (b.time ?? 0));
}

function stepOf(residuals: readonly Residual[]): number {
  let step = Number.POSITIVE_INFINITY;
  residuals.forEach(({ time }, i) => {
    const gap = (time ?? 0) - (residuals[i - 1]?.time ?? Number.NEGATIVE_INFINITY);
    if (gap > 0) step = Math.min(step, gap);
  });
  return step;
}

/** Products of neighbours, and squares. Blocks of the same time are no neighbours. */
function moments(residuals: readonly Residual[]): { products: number; pairs: number; squares: number } {
  const step = stepOf(residuals) * STEP_TOLERANCE;
  let [products, pairs, squares] = [0, 0, 0];
  residuals.forEach(({ value, time }, i) => {
    squares += value * value;
    const before = residuals[i - 1];
    if (before === undefined) return;
    const gap = time === null || before.time === null ? null : time - before.time;
    if (gap !== null && (gap <= 0 || gap > step)) return;
    products += value * before.value;
    pairs += 1;
  });
  return { products, pairs, squares };
}

/**
 * The lag-1 correlation of Pearson residuals, over neighbours of one arm and one series, clipped to 0..0.8: what is
 * left of noise that lasts longer than a block. 0 when there are no neighbours.
 */
export function residualAutocorrelation(fitted: readonly FittedBlock[]): number {
  const arms = Map.groupBy(fitted, ({ candidate, series }) => `${candidate} ${series}`);
  let [products, pairs, squares] = [0, 0, 0];
  for (const blocks of arms.values()) {
    const arm = moments(residualsOf(blocks));
    products += arm.products;
    pairs += arm.pairs;
    squares += arm.squares;
  }
  if (pairs === 0 || squares === 0) return 0;
  return Math.min(HIGHEST, Math.max(0, products / pairs / (squares / fitted.length)));
}

function ofFirstOrder(correlation: number): number {
  return (1 + correlation) / (1 - correlation);
}

/**
 * What the variance of a mean has to be multiplied by when neighbours correlate: (1 + ρ) / (1 - ρ). Counting noise
 * hides part of a slow wave: of a dispersion φ, 1 is Poisson's and correlates with nothing, so the remaining φ - 1
 * must carry all of ρ. The larger of both answers holds; rarely much above the first unless noise is slow.
 */
export function varianceInflation(autocorrelation: number, dispersion: number): number {
  const plain = ofFirstOrder(autocorrelation);
  if (!(dispersion > 1)) return plain;
  const slow = Math.min(HIGHEST, (autocorrelation * dispersion) / (dispersion - 1));
  return Math.max(plain, (1 + (dispersion - 1) * ofFirstOrder(slow)) / dispersion);
}
