import type { Block, BlockStratum } from "./block";
import { findRoot } from "./root";

/** A block with the mean the model gives it. */
export interface FittedBlock {
  x: number;
  mean: number;
  candidate: boolean;
  at: Date | null;
  series: string;
}

export interface RatioFit {
  /** ln of the ratio; -Infinity or Infinity when one arm has no events, NaN when neither has or they never meet. */
  logRatio: number;
  /** Fisher's information on it. */
  information: number;
  /** Blocks that tell, minus the parameters. */
  df: number;
  fitted: readonly FittedBlock[];
}

interface StratumTotals {
  candidate: readonly Block[];
  baseline: readonly Block[];
  events1: number;
  events: number;
  exposure1: number;
  exposure0: number;
}

/** ln of a ratio no data of this world exceed. */
const FURTHEST = 100;

function requireBlock({ x, exposure }: Block): void {
  if (!(x >= 0 && exposure >= 0 && Number.isFinite(x) && Number.isFinite(exposure))) {
    throw new RangeError(`a block needs counts of at least 0, not ${x} in ${exposure}`);
  }
}

function sumOf(blocks: readonly Block[], field: "x" | "exposure"): number {
  return blocks.reduce((sum, block) => sum + block[field], 0);
}

function totalsOf(stratum: BlockStratum): StratumTotals {
  for (const block of [...stratum.candidate, ...stratum.baseline]) requireBlock(block);
  const candidate = stratum.candidate.filter(({ exposure }) => exposure > 0);
  const baseline = stratum.baseline.filter(({ exposure }) => exposure > 0);
  const events1 = sumOf(candidate, "x");
  return {
    candidate,
    baseline,
    events1,
    events: events1 + sumOf(baseline, "x"),
    exposure1: sumOf(candidate, "exposure"),
    exposure0: sumOf(baseline, "exposure"),
  };
}

/** The candidate's share of a stratum's events at this ratio. */
function shareAt({ exposure1, exposure0 }: StratumTotals, logRatio: number): number {
  if (exposure1 === 0) return 0;
  return exposure0 === 0 ? 1 : 1 / (1 + Math.exp(Math.log(exposure0 / exposure1) - logRatio));
}

/** The score of the profile likelihood is events minus their expectation: it falls as the ratio grows. */
function solve(paired: readonly StratumTotals[]): number {
  const observed = paired.reduce((sum, { events1 }) => sum + events1, 0);
  const all = paired.reduce((sum, { events }) => sum + events, 0);
  if (all === 0) return Number.NaN;
  if (observed === 0) return Number.NEGATIVE_INFINITY;
  if (observed === all) return Number.POSITIVE_INFINITY;
  const score = (logRatio: number): number =>
    paired.reduce((sum, totals) => sum + totals.events1 - totals.events * shareAt(totals, logRatio), 0);
  return findRoot(score, -FURTHEST, FURTHEST);
}

function fittedBlocks(totals: StratumTotals, logRatio: number): readonly FittedBlock[] {
  const share = shareAt(totals, logRatio);
  const arm = (blocks: readonly Block[], events: number, exposure: number, candidate: boolean): FittedBlock[] =>
    blocks.map((block) => ({
      x: block.x,
      mean: (events * block.exposure) / exposure,
      candidate,
      at: block.at ?? null,
      series: block.series ?? "",
    }));
  return [
    ...arm(totals.candidate, totals.events * share, totals.exposure1, true),
    ...arm(totals.baseline, totals.events * (1 - share), totals.exposure0, false),
  ];
}

/** Fits the ratio that all strata share, each with a level of its own. RangeError for blocks that hold no counts. */
export function fitRatio(strata: readonly BlockStratum[]): RatioFit {
  const telling = strata.map(totalsOf).filter(({ events }) => events > 0);
  const paired = telling.filter(({ exposure1, exposure0 }) => exposure1 > 0 && exposure0 > 0);
  const logRatio = solve(paired);
  const fitted = telling.flatMap((totals) => fittedBlocks(totals, logRatio));
  const information = paired.reduce((sum, totals) => {
    const share = shareAt(totals, logRatio);
    return sum + totals.events * share * (1 - share);
  }, 0);
  return { logRatio, information, df: fitted.length - telling.length - (paired.length > 0 ? 1 : 0), fitted };
}
