import type { Alternative } from "./alternative";
import {
  hypergeometricLower,
  hypergeometricSupport,
  hypergeometricUpper,
  logHypergeometricPmf,
  type Urn,
} from "./hypergeometric";
import { requireCount, requirePart } from "./require";
import { twoSidedTail } from "./two-sided";

/** [[a, b], [c, d]], row by row: for a gate [[candidate fail, pass], [baseline fail, pass]]. */
export type Table = readonly [readonly [number, number], readonly [number, number]];

/** Failures among runs, of the candidate (1) and of the baseline (0). */
export interface FailureCounts {
  fail1: number;
  n1: number;
  fail0: number;
  n0: number;
}

/** The urn of a table: a of row 1 white ones, all else equal and the margins given. */
export function tableUrn([[a, b], [c, d]]: Table): Urn {
  for (const count of [a, b, c, d]) requireCount(count, "a count of the table");
  return { white: a + b, black: c + d, drawn: a + c };
}

/** No outcome that happened has probability 0, however far doubles reach. */
function above0(p: number): number {
  return Math.max(p, Number.MIN_VALUE);
}

/**
 * Fisher's exact test. `greater` asks whether the odds ratio ad/bc is above 1. Two-sided: the sum over all tables at
 * most as probable as the observed one. An empty row or column gives 1. RangeError unless all are counts.
 */
export function fisherExact(table: Table, alternative: Alternative): number {
  const urn = tableUrn(table);
  const [[a]] = table;
  if (alternative === "greater") return above0(hypergeometricUpper(a, urn));
  if (alternative === "less") return above0(hypergeometricLower(a, urn));
  const distribution = {
    ...hypergeometricSupport(urn),
    logPmf: (x: number) => logHypergeometricPmf(x, urn),
    upper: (x: number) => hypergeometricUpper(x, urn),
    lower: (x: number) => hypergeometricLower(x, urn),
  };
  return above0(twoSidedTail(distribution, a));
}

/**
 * One-sided mid-p: P(X > fail1) + P(X = fail1)/2 given the margins (Lancaster 1961; Agresti 2007, 2.6), for "the
 * candidate fails more". Without runs or without any failure 0.5: the data say nothing.
 */
export function fisherMidP({ fail1, n1, fail0, n0 }: FailureCounts): number {
  requirePart(fail1, n1, "candidate failures");
  requirePart(fail0, n0, "baseline failures");
  const urn = { white: n1, black: n0, drawn: fail1 + fail0 };
  return above0(hypergeometricUpper(fail1 + 1, urn) + Math.exp(logHypergeometricPmf(fail1, urn)) / 2);
}

/**
 * The smallest mid-p these margins allow: all failures, as far as they fit, in the candidate. A cell where even that
 * is not significant can only dilute a correction for many tests (Tarone 1990).
 */
export function smallestMidP({ n1, n0, failures }: { n1: number; n0: number; failures: number }): number {
  requireCount(n1, "candidate runs");
  requirePart(failures, n1 + n0, "failures");
  const fail1 = Math.min(n1, failures);
  return fisherMidP({ fail1, n1, fail0: failures - fail1, n0 });
}
