import type { Endpoint } from "./extract-endpoint";
import type { SeriesTally, SignalTally } from "./series-tally";
import { endpointsOf, SCRAPED_SIGNALS, type ScrapedSignal } from "./series-terms";
import type { Term } from "./signal";

/**
 * Absent is not zero. A denominator that is not there says nothing was observed. A numerator that is not there is zero only
 * where its denominator is there, on the same endpoint: a counter that was never touched is not exposed.
 */
export function settleFlows(flows: SeriesTally, endpoint: Endpoint, seen: ReadonlySet<Term>): void {
  for (const scraped of SCRAPED_SIGNALS) {
    if (!scraped.isFlow || !scraped.endpoints.has(endpoint)) continue;
    const tally = flows.signals.get(scraped.signal.id);
    if (tally === undefined) continue;
    if (!isDenominatorThere(scraped, endpoint, seen)) dropSide(tally, "exposure");
    settleNumerator(tally, { scraped, endpoint, seen });
    if (tally.whole.x === null && tally.whole.exposure === null && !tally.segments.has("le")) {
      flows.signals.delete(scraped.signal.id);
    }
  }
}

const isAt = (term: Term, endpoint: Endpoint) => endpointsOf(term).includes(endpoint);

/** A failure counter that is part of the denominator too may be absent; the volume may not. */
function isDenominatorThere({ signal }: ScrapedSignal, endpoint: Endpoint, seen: ReadonlySet<Term>): boolean {
  const failures = new Set(signal.numerator.terms.map((term) => term.metric));
  const terms = (signal.denominator?.terms ?? []).filter((term) => isAt(term, endpoint));
  const volume = terms.filter((term) => !failures.has(term.metric));
  return (volume.length > 0 ? volume : terms).every((term) => seen.has(term));
}

function settleNumerator(
  tally: SignalTally,
  { scraped, endpoint, seen }: { scraped: ScrapedSignal; endpoint: Endpoint; seen: ReadonlySet<Term> },
): void {
  const { numerator, denominator } = scraped.signal;
  const [first] = numerator.terms;
  if (first === undefined || first.fold === "p99" || !isAt(first, endpoint)) return;
  const positive = numerator.terms.filter((term) => term.sign === 1);
  const isThere = positive.some((term) => seen.has(term));
  const isZero = tally.whole.exposure !== null && (denominator?.terms ?? []).every((term) => isAt(term, endpoint));
  if (!isThere) dropSide(tally, "x");
  if (!isThere && isZero) tally.whole.x = 0;
  if (tally.whole.x !== null) fillZeros(tally);
}

/** Where there was traffic and no failure, there were none. */
function fillZeros({ segments }: SignalTally): void {
  for (const values of segments.values()) {
    for (const cell of values.values()) if (cell.x === null && (cell.exposure ?? 0) > 0) cell.x = 0;
  }
}

function dropSide({ whole, segments }: SignalTally, side: "x" | "exposure"): void {
  whole[side] = null;
  for (const values of segments.values()) for (const cell of values.values()) cell[side] = null;
}
