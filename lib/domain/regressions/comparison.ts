import { fisherMidP, smallestMidP } from "../stats/fisher";
import { newcombeDifference, newcombeUpper } from "../stats/newcombe";
import type { Comparison, RunCounts } from "./gate-cell";
import { lookAfter, lookAt } from "./looks";

export interface Failures {
  fail: number;
  n: number;
}

/** Most clusters show the same few tables: what was computed is kept, up to this many. */
const KEPT = 20_000;

/** A pure function of counts, remembered. */
function remembered<T>(compute: (a: Failures, b: Failures, c: number) => T): typeof compute {
  const known = new Map<string, T>();
  return (a, b, c) => {
    const key = `${a.fail}/${a.n} ${b.fail}/${b.n} ${c}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    if (known.size >= KEPT) known.clear();
    const value = compute(a, b, c);
    known.set(key, value);
    return value;
  };
}

const counts = (candidate: Failures, baseline: Failures) => ({
  x1: candidate.fail,
  n1: candidate.n,
  x2: baseline.fail,
  n2: baseline.n,
});

const compareRemembered = remembered((candidate, baseline): Comparison => {
  const { difference, low, high } = newcombeDifference({ ...counts(candidate, baseline), confidence: 0.95 });
  return {
    midP: fisherMidP({ fail1: candidate.fail, n1: candidate.n, fail0: baseline.fail, n0: baseline.n }),
    smallestP: smallestMidP({ n1: candidate.n, n0: baseline.n, failures: candidate.fail + baseline.fail }),
    difference: { value: difference, low, high },
    upper: newcombeUpper({ ...counts(candidate, baseline), confidence: 0.95 }),
  };
});

/** One channel of the candidate against the baseline; both need at least one run. */
export function compareFailures(candidate: Failures, baseline: Failures): Comparison {
  return compareRemembered(candidate, baseline, 0);
}

export function hardFailures({ fail, n }: RunCounts): Failures {
  return { fail, n };
}

export function firstTryFailures({ firstTryFail, n }: RunCounts): Failures {
  return { fail: firstTryFail, n };
}

/** Beyond this many runs nobody waits. */
const MOST_RUNS = 500;

function provesAt(candidate: Failures, baseline: Failures, n: number, margin: number): boolean {
  if (baseline.n === 0 || candidate.fail > n) return false;
  return newcombeUpper({ ...counts({ fail: candidate.fail, n }, baseline), confidence: 0.95 }) < margin;
}

const exactly = remembered((candidate, baseline, margin): number | null => {
  for (let n = Math.max(1, candidate.n); n <= MOST_RUNS; n += 1) {
    if (provesAt(candidate, baseline, n, margin)) return n - candidate.n;
  }
  return null;
});

const upToLook = remembered((candidate, baseline, margin): number | null => {
  const first = lookAt(candidate.n) === candidate.n && candidate.n > 0 ? candidate.n : lookAfter(candidate.n);
  for (let n = first; n <= MOST_RUNS; n = lookAfter(n)) {
    if (provesAt(candidate, baseline, n, margin)) return n - candidate.n;
  }
  return null;
});

/** Further runs, all passing, until the data rule out `margin`; null: not within 500 runs. */
export function runsUntilProven(candidate: Failures, baseline: Failures, margin: number): number | null {
  return exactly(candidate, baseline, margin);
}

/** The same up to the scheduled look that may say so. */
export function runsUntilLookProves(candidate: Failures, baseline: Failures, margin: number): number | null {
  return upToLook(candidate, baseline, margin);
}

const MARGINS = [0.05, 0.1, 0.15, 0.2] as const;

/** The least of 5, 10, 15 and 20 points that an upper bound rules out; null: none. */
export function marginProvenBy(upper: number): number | null {
  return MARGINS.find((margin) => upper < margin) ?? null;
}
