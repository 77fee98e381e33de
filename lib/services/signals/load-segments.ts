import { listSegmentHours, listSegmentSums } from "@/lib/db/signal-facts";
import type { Queryable } from "@/lib/db/transaction";
import { SIGNALS } from "@/lib/domain/signals/catalogue/catalogue";
import type { SegmentParts } from "@/lib/domain/signals/series-segments";
import { SIGNAL_RULES } from "@/lib/domain/signals/signal-rules";

/** What was read of the segments of a signal, by its id. */
export type SegmentsOfSignals = (signal: string) => SegmentParts;

const idsOf = (method: string) => SIGNALS.flatMap((signal) => (signal.method === method ? [signal.id] : []));
const LEVELS = idsOf("gauge");
const TESTED = [...idsOf("rate"), ...LEVELS];

/**
 * Reads the segments of signals that are tested. Weeks of baseline hours are summed where they lie: only levels are paired
 * hour by hour, and those by node.
 */
export async function loadSegments(
  sql: Queryable,
  { clusterId, candidate, baseline }: { clusterId: number; candidate: { id: number }; baseline: { id: number } },
  span: { from: Date; first: Date; to: Date },
): Promise<SegmentsOfSignals> {
  const { from, first, to } = span;
  const [own, old] = [
    { clusterId, releaseId: candidate.id },
    { clusterId, releaseId: baseline.id },
  ];
  const { leastCoverage } = SIGNAL_RULES;
  const ofCandidate = await listSegmentHours(sql, { ...own, signals: TESTED, from: first, to });
  const beside = await listSegmentHours(sql, { ...old, signals: TESTED, from: first, to });
  const nodes = await listSegmentHours(sql, { ...old, signals: LEVELS, label: "node", from, to: first });
  const sums = await listSegmentSums(sql, { ...old, signals: TESTED, from, to: first, leastCoverage });
  const isPaired = ({ signal, label }: { signal: string; label: string }) =>
    label === "node" && LEVELS.includes(signal);
  const parts = {
    candidate: Map.groupBy(ofCandidate, (row) => row.signal),
    baseline: Map.groupBy([...nodes, ...beside], (row) => row.signal),
    before: Map.groupBy(
      sums.filter((row) => !isPaired(row)),
      (row) => row.signal,
    ),
  };
  return (signal) => ({
    candidate: parts.candidate.get(signal) ?? [],
    baseline: parts.baseline.get(signal) ?? [],
    before: parts.before.get(signal) ?? [],
  });
}
