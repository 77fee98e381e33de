import { SIGNALS } from "./catalogue/catalogue";
import { type Endpoint, endpointOf } from "./extract-endpoint";
import { anchored, compileMatchers } from "./series-matcher";
import type { Fold, Measure, Signal, Term } from "./signal";
import { hasOwnExposure } from "./signal-metrics";

/**
 * What two scrapes of a target say of a fold. `flow`: something of the time between them, which adds up over time and
 * targets. `buckets`: the flow of a histogram. `extreme`: the greatest or least of all. `sum`: the greatest or least of each
 * series in the hour, added. `count`: what is there now, added over targets.
 */
export type FoldKind = "flow" | "buckets" | "extreme" | "sum" | "count";

const KINDS: Readonly<Partial<Record<Fold, FoldKind>>> = {
  increase: "flow",
  "increase-novel": "flow",
  changes: "flow",
  resets: "flow",
  p99: "buckets",
  max: "extreme",
  min: "extreme",
  "sum-max": "sum",
  "sum-min": "sum",
  count: "count",
};

/** One term of a signal that a series counts for. */
export interface TermUse {
  scraped: ScrapedSignal;
  side: "x" | "exposure";
  term: Term;
  kind: FoldKind;
  matches: (labels: ReadonlyMap<string, string>) => boolean;
}

/** A signal that scrapes can measure. */
export interface ScrapedSignal {
  signal: Signal;
  /** A flow over the time between two scrapes, or a level at one. */
  isFlow: boolean;
  /** The labels by which it is looked at closer; the node always is one. */
  labels: readonly string[];
  /** Those of them by which the denominator is split too. */
  ownExposure: ReadonlySet<string>;
  endpoints: ReadonlySet<Endpoint>;
}

const SEVERAL_METRICS = /[^a-zA-Z0-9_:]/;
const ALL_ENDPOINTS: readonly Endpoint[] = ["agent", "hubble"];

export function isNamePattern(term: Term): boolean {
  return SEVERAL_METRICS.test(term.metric);
}

/** The endpoints at which the metrics of a term are. */
export function endpointsOf(term: Term): readonly Endpoint[] {
  if (isNamePattern(term)) return ALL_ENDPOINTS;
  const endpoint = endpointOf(term.metric);
  return endpoint === null ? [] : [endpoint];
}

/** `up` and its like are Prometheus's own; native histograms are not in the text. */
function kindOf(term: Term): FoldKind | null {
  if (endpointsOf(term).length === 0) return null;
  if (isNamePattern(term) && (term.fold !== "count" || term.match.length > 0)) return null;
  if (term.fold === "p99" && !term.metric.endsWith("_bucket")) return null;
  return KINDS[term.fold] ?? null;
}

const termsOf = (measure: Measure | null) => measure?.terms ?? [];

function scrapedSignal(signal: Signal): ScrapedSignal | null {
  const terms = [...termsOf(signal.numerator), ...termsOf(signal.denominator)];
  if (terms.some((term) => kindOf(term) === null)) return null;
  const [first] = signal.numerator.terms;
  const kind = first && kindOf(first);
  const labels = [...new Set([...signal.explainBy, "node"])];
  return {
    signal,
    isFlow: kind === "flow" || kind === "buckets",
    labels,
    ownExposure: new Set(labels.filter((label) => hasOwnExposure(signal, label))),
    endpoints: new Set(terms.flatMap(endpointsOf)),
  };
}

/** Signals that scrapes can measure. */
export const SCRAPED_SIGNALS: readonly ScrapedSignal[] = SIGNALS.flatMap((signal) => scrapedSignal(signal) ?? []);

function usesIn(scraped: ScrapedSignal, side: TermUse["side"], measure: Measure | null): TermUse[] {
  return termsOf(measure).flatMap((term) => {
    const kind = kindOf(term);
    return kind === null ? [] : [{ scraped, side, term, kind, matches: compileMatchers(term.match) }];
  });
}

const ALL_USES: readonly TermUse[] = SCRAPED_SIGNALS.flatMap((scraped) => [
  ...usesIn(scraped, "x", scraped.signal.numerator),
  ...usesIn(scraped, "exposure", scraped.signal.denominator),
]);

/** Terms of one metric, by its name. */
export const USES_OF_METRIC: ReadonlyMap<string, readonly TermUse[]> = Map.groupBy(
  ALL_USES.filter((use) => !isNamePattern(use.term)),
  (use) => use.term.metric,
);

/** Terms that count the series of all metrics whose name is like that. */
export const USES_OF_NAMES = ALL_USES.filter((use) => isNamePattern(use.term)).map((use) => ({
  use,
  pattern: anchored(use.term.metric),
}));
