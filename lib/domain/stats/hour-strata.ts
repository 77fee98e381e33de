import type { Block, BlockStratum } from "./block";

/** A block that knows its hour. */
export interface TimedBlock extends Block {
  at: Date;
}

/** Hours per stratum: doubled or more until every stratum has enough baseline events. */
const WIDTHS = [1, 2, 4, 6, 12, 24];
const LEAST_BASELINE_EVENTS = 5;

function isWeekend({ at }: TimedBlock): boolean {
  const day = at.getUTCDay();
  return day === 0 || day === 6;
}

function byHours(candidate: readonly TimedBlock[], baseline: readonly TimedBlock[], width: number): BlockStratum[] {
  const slots = Array.from({ length: 24 / width }, () => ({
    candidate: [] as TimedBlock[],
    baseline: [] as TimedBlock[],
  }));
  const slotOf = ({ at }: TimedBlock) => slots[Math.floor(at.getUTCHours() / width)];
  for (const block of candidate) slotOf(block)?.candidate.push(block);
  for (const block of baseline) slotOf(block)?.baseline.push(block);
  return slots.filter((stratum) => stratum.candidate.length + stratum.baseline.length > 0);
}

function baselineEvents({ baseline }: BlockStratum): number {
  return baseline.reduce((sum, { x }) => sum + x, 0);
}

/**
 * Strata of blocks: adjacent hours of the day (UTC) pooled 1, 2, 4, 6, 12, 24 until each stratum that holds candidate
 * blocks has at least 5 baseline events. Strata without baseline events break the estimate of the dispersion.
 */
export function poolStrata(candidate: readonly TimedBlock[], baseline: readonly TimedBlock[]): readonly BlockStratum[] {
  let strata: BlockStratum[] = [];
  for (const width of WIDTHS) {
    strata = byHours(candidate, baseline, width);
    const enough = strata.every(
      (stratum) => stratum.candidate.length === 0 || baselineEvents(stratum) >= LEAST_BASELINE_EVENTS,
    );
    if (enough) break;
  }
  return strata;
}

/**
 * The strata of one cluster: hour of the day × weekday or weekend (UTC), pooled separately on either side. A test
 * over many clusters takes the strata of each.
 */
export function hourStrata({
  candidate,
  baseline,
}: {
  candidate: readonly TimedBlock[];
  baseline: readonly TimedBlock[];
}): readonly BlockStratum[] {
  const side = (weekend: boolean): readonly BlockStratum[] =>
    poolStrata(
      candidate.filter((block) => isWeekend(block) === weekend),
      baseline.filter((block) => isWeekend(block) === weekend),
    );
  return [...side(false), ...side(true)];
}
