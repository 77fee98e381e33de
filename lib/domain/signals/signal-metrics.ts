import { METRIC_LABELS, TARGET_LABELS } from "./catalogue/metric-labels";
import type { Signal } from "./signal";

/** The metrics that a signal is made of, each once; a list by regular expression stays one. */
export function signalMetrics(signal: Signal): readonly string[] {
  const terms = [...signal.numerator.terms, ...(signal.denominator?.terms ?? [])];
  return [...new Set(terms.map((term) => term.metric))];
}

/**
 * Whether the denominator can be split by the label too: every metric of it carries the label, and the numerator does not
 * choose by it (by `status`, 500s over 500s would always be 1). Where not, a segment's exposure is the whole cluster's.
 */
export function hasOwnExposure(signal: Signal, label: string): boolean {
  if (signal.denominator === null) return false;
  const chosen = signal.numerator.terms.some((term) => term.match.some((matcher) => matcher.label === label));
  return !chosen && signal.denominator.terms.every((term) => labelsOf(term.metric).has(label));
}

/** The labels that a metric may have: its own, those of Hubble's contexts, and those of the scrape. */
export function labelsOf(metric: string): ReadonlySet<string> {
  return new Set([...(METRIC_LABELS[metric] ?? []), ...TARGET_LABELS]);
}
