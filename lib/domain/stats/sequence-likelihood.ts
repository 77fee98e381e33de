import { logGamma } from "./log-gamma";
import { requirePart } from "./require";

/** A beta distribution of the failure rate, before anything was seen. */
export interface BetaPrior {
  alpha: number;
  beta: number;
}

/**
 * ln of the probability of one particular sequence of `runs` with `failures`, the failure rate being unknown with
 * this prior: B(α + f, β + n - f) / B(α, β) (LUCI Analysis, sequence_likelihood.go). RangeError unless α, β > 0.
 */
export function logSequenceLikelihood({ alpha, beta }: BetaPrior, failures: number, runs: number): number {
  requirePart(failures, runs, "failures");
  const logBeta = (a: number, b: number): number => logGamma(a) + logGamma(b) - logGamma(a + b);
  return logBeta(alpha + failures, beta + runs - failures) - logBeta(alpha, beta);
}
