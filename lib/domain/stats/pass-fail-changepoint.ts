import { type BetaPrior, logSequenceLikelihood } from "./sequence-likelihood";

/** One run, in the order of its position (a version, a commit, a time); runs of one position are never separated. */
export interface PassFailRun {
  position: number;
  failed: boolean;
  /** Failed at first and was tried again. */
  retried?: boolean;
  /** Failed that time too. */
  failedAfterRetry?: boolean;
}

export interface PassFailModel {
  /** How likely a change is before anything was seen. */
  changePointLikelihood: number;
  firstTry: BetaPrior;
  afterRetry: BetaPrior;
}

/** The index of the first run of the new era, and the 99 % interval of that index. */
export interface ChangePoint {
  index: number;
  low: number;
  high: number;
}

/** Priors of LUCI Analysis (luci/luci-go, analysis/internal/changepoints): tests mostly pass, or mostly fail. */
export const LUCI_MODEL: PassFailModel = {
  changePointLikelihood: 0.01,
  firstTry: { alpha: 0.3, beta: 0.5 },
  afterRetry: { alpha: 0.5, beta: 0.5 },
};

const TAIL = 0.005;

interface Split {
  index: number;
  logLikelihood: number;
}

interface Counts {
  runs: number;
  failed: number;
  retried: number;
  failedAgain: number;
}

function add(counts: Counts, run: PassFailRun): Counts {
  const retried = run.failed && (run.retried ?? false);
  return {
    runs: counts.runs + 1,
    failed: counts.failed + Number(run.failed),
    retried: counts.retried + Number(retried),
    failedAgain: counts.failedAgain + Number(retried && (run.failedAfterRetry ?? false)),
  };
}

const NOTHING: Counts = { runs: 0, failed: 0, retried: 0, failedAgain: 0 };

function logLikelihood(model: PassFailModel, counts: Counts): number {
  return (
    logSequenceLikelihood(model.firstTry, counts.failed, counts.runs) +
    logSequenceLikelihood(model.afterRetry, counts.failedAgain, counts.retried)
  );
}

/** Every place between two positions, with the likelihood of all runs if the change was there. */
function splitsOf(runs: readonly PassFailRun[], model: PassFailModel): readonly Split[] {
  const total = runs.reduce(add, NOTHING);
  const splits: Split[] = [];
  let left = NOTHING;
  runs.forEach((run, index) => {
    if (index > 0 && runs[index - 1]?.position !== run.position) {
      const right = {
        runs: total.runs - left.runs,
        failed: total.failed - left.failed,
        retried: total.retried - left.retried,
        failedAgain: total.failedAgain - left.failedAgain,
      };
      splits.push({ index, logLikelihood: logLikelihood(model, left) + logLikelihood(model, right) });
    }
    left = add(left, run);
  });
  return splits;
}

/** The indices of all changes, ascending; none for fewer than two positions. */
function changeIndices(runs: readonly PassFailRun[], model: PassFailModel): readonly number[] {
  const splits = splitsOf(runs, model);
  const best = splits.reduce<Split | null>((a, b) => (a === null || b.logLikelihood > a.logLikelihood ? b : a), null);
  if (best === null) return [];
  const gain = best.logLikelihood - logLikelihood(model, runs.reduce(add, NOTHING));
  if (gain + Math.log(model.changePointLikelihood) <= 0) return [];
  const right = changeIndices(runs.slice(best.index), model);
  return [...changeIndices(runs.slice(0, best.index), model), best.index, ...right.map((index) => index + best.index)];
}

/** Where, within these runs with one change, the change may lie: all but half a percent at either end. */
function positionInterval(runs: readonly PassFailRun[], model: PassFailModel): { low: number; high: number } {
  const splits = splitsOf(runs, model);
  const largest = splits.reduce((a, { logLikelihood }) => Math.max(a, logLikelihood), Number.NEGATIVE_INFINITY);
  const weights = splits.map((split) => Math.exp(split.logLikelihood - largest));
  const total = weights.reduce((a, b) => a + b, 0);
  let cumulative = 0;
  let low = 0;
  let high = splits.length - 1;
  for (const [k, weight] of weights.entries()) {
    cumulative += weight / total;
    if (cumulative < TAIL) low = k;
    if (cumulative > 1 - TAIL && high === splits.length - 1) high = k;
  }
  return { low: splits[low]?.index ?? 0, high: splits[high]?.index ?? 0 };
}

/**
 * All changes of the failure rate (the Bayesian model of LUCI Analysis: bayesian.go, confidence_interval.go), each
 * with the 99 % interval of its place. Runs oldest first.
 */
export function passFailChangePoints(
  runs: readonly PassFailRun[],
  model: PassFailModel = LUCI_MODEL,
): readonly ChangePoint[] {
  const indices = changeIndices(runs, model);
  return indices.map((index, k) => {
    const start = indices[k - 1] ?? 0;
    const { low, high } = positionInterval(runs.slice(start, indices[k + 1] ?? runs.length), model);
    return { index, low: start + low, high: start + high };
  });
}

function failureRate(runs: readonly boolean[]): number {
  return runs.filter(Boolean).length / runs.length;
}

/** When failing began: the latest change to a higher failure rate, or null. `runs` tell "failed", oldest first. */
export function passFailOnset(runs: readonly boolean[], model: PassFailModel = LUCI_MODEL): ChangePoint | null {
  const changes = passFailChangePoints(
    runs.map((failed, position) => ({ position, failed })),
    model,
  );
  const rises = changes.filter(({ index }, k) => {
    const before = runs.slice(changes[k - 1]?.index ?? 0, index);
    return failureRate(runs.slice(index, changes[k + 1]?.index ?? runs.length)) > failureRate(before);
  });
  return rises.at(-1) ?? null;
}
