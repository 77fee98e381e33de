import { type Look, lookAt } from "./looks";
import { type ObservedBlock, observedBlocks } from "./observed-block";
import type { Signal } from "./signal";
import type { BlockPair, SignalBlock, SignalCellFacts } from "./signal-block";
import { HOUR_MS, SIGNAL_RULES } from "./signal-rules";

/** What is judged: the hours up to the last look that was reached, and the hours they are compared with. */
export interface JudgedWindow {
  /** The first hour with the candidate: in it the agents are replaced, so it is not judged. Null: never seen. */
  transition: Date | null;
  candidate: readonly ObservedBlock[];
  baseline: readonly ObservedBlock[];
  /** Every finished observed hour of the candidate but the transition, also beyond the look. */
  seen: readonly ObservedBlock[];
  look: Look;
  /** The share of the judged time that was observed, 0 to 1. */
  coverage: number;
}

/** Hours with an observation of every node count for the baseline; the others are as if they were not there. */
function isWhole({ coverage }: ObservedBlock): boolean {
  return coverage >= SIGNAL_RULES.leastCoverage;
}

function coverageOf(candidate: readonly ObservedBlock[], from: number, elsewhere: ReadonlySet<number>): number {
  const last = candidate.at(-1);
  if (last === undefined) return 0;
  let expected = 0;
  for (let at = from; at <= last.at.getTime(); at += HOUR_MS) if (!elsewhere.has(at)) expected += 1;
  return expected === 0 ? 0 : Math.min(1, candidate.reduce((sum, { coverage }) => sum + coverage, 0) / expected);
}

/** Chooses the hours of a cell. Hours in which the cluster had gone back to the baseline are no gap. */
export function judgedWindow(facts: SignalCellFacts, signal: Signal, now: Date): JudgedWindow {
  const starts = facts.total.candidate.map(({ hour }) => hour.getTime());
  const transition = starts.length === 0 ? null : Math.min(...starts);
  const outside = ({ at }: ObservedBlock): boolean => at.getTime() !== transition;
  const seen = observedBlocks(facts.total.candidate, signal, now).filter(outside);
  const look = lookAt(seen.length);
  const candidate = seen.slice(0, look.hours);
  const mine = new Set(starts);
  const elsewhere = new Set(facts.total.baseline.map(({ hour }) => hour.getTime()).filter((at) => !mine.has(at)));
  return {
    transition: transition === null ? null : new Date(transition),
    candidate,
    baseline: observedBlocks(facts.total.baseline, signal, now).filter(outside).filter(isWhole),
    seen,
    look,
    coverage: transition === null ? 0 : coverageOf(candidate, transition + HOUR_MS, elsewhere),
  };
}

/**
 * A segment or a control cluster in the hours that are judged. A segment without an exposure of its own is seen over
 * the whole cluster's.
 */
export function inWindow(
  pair: BlockPair,
  { window, signal, now }: { window: JudgedWindow; signal: Signal; now: Date },
): { candidate: ObservedBlock[]; baseline: ObservedBlock[] } {
  const judged = new Set(window.candidate.map(({ at }) => at.getTime()));
  const transition = window.transition?.getTime();
  const whole = new Map([...window.baseline, ...window.candidate].map(({ at, exposure }) => [at.getTime(), exposure]));
  const exposed = (blocks: readonly SignalBlock[]): SignalBlock[] =>
    blocks.map((block) => ({ ...block, exposure: block.exposure ?? whole.get(block.hour.getTime()) ?? null }));
  return {
    candidate: observedBlocks(exposed(pair.candidate), signal, now).filter(({ at }) => judged.has(at.getTime())),
    baseline: observedBlocks(exposed(pair.baseline), signal, now)
      .filter(isWhole)
      .filter(({ at }) => at.getTime() !== transition && !judged.has(at.getTime())),
  };
}
