import { type BlockRow, findFirstHour, listBlocks, listControls } from "@/lib/db/signal-facts";
import type { Queryable } from "@/lib/db/transaction";
import { SIGNALS } from "@/lib/domain/signals/catalogue/catalogue";
import { segmentPairs } from "@/lib/domain/signals/series-segments";
import type { BlockPair, SignalBlock, SignalCellFacts } from "@/lib/domain/signals/signal-block";
import { DAY_MS, HOUR_MS } from "@/lib/domain/signals/signal-rules";
import { loadSegments, type SegmentsOfSignals } from "./load-segments";

/** Whose signals, and what they are compared with. */
export interface SignalFactsOf {
  clusterId: number;
  clusterName: string;
  /** What the cluster is said to run; null: not known. */
  installedRelease: string | null;
  candidate: { id: number; version: string };
  baseline: { id: number; version: string };
  now: Date;
}

/** Baseline hours are of the four weeks before the candidate and of all the time beside it. */
const BASELINE_DAYS = 28;

/** A candidate is looked at for months at most; older partitions are not opened. */
const CANDIDATE_DAYS = 120;

/** More of them would make the comparison no better, and the loading slower. */
const MOST_CONTROLS = 8;

/**
 * What the rules need of every signal of the catalogue that the cluster has hours of, on either side, in a handful
 * of queries. Segments are of signals that are tested.
 */
export async function loadSignalFacts(sql: Queryable, of: SignalFactsOf): Promise<SignalCellFacts[]> {
  const { clusterId, candidate, baseline, now } = of;
  const until = { to: new Date(now.getTime() + HOUR_MS) };
  const releases = { clusterIds: [clusterId], releaseIds: [candidate.id, baseline.id] };
  const oldest = new Date(now.getTime() - (CANDIDATE_DAYS + BASELINE_DAYS) * DAY_MS);
  const since = new Date(now.getTime() - CANDIDATE_DAYS * DAY_MS);
  const first = await findFirstHour(sql, { clusterId, releaseId: candidate.id, since });
  const from = new Date(Math.max(oldest.getTime(), (first ?? now).getTime() - BASELINE_DAYS * DAY_MS));
  const totals = await listBlocks(sql, { ...releases, from, ...until });
  if (totals.length === 0) return [];
  const segments = await loadSegments(sql, of, { from, first: first ?? until.to, ...until });
  const controls = first === null ? [] : await loadControls(sql, of, { from, first, ...until });
  return factsOf(of, { totals, segments, controls });
}

interface Control {
  cluster: string;
  bySignal: Map<string, BlockPair>;
}

async function loadControls(
  sql: Queryable,
  { clusterId, candidate, baseline }: SignalFactsOf,
  span: { from: Date; first: Date; to: Date },
): Promise<Control[]> {
  const found = await listControls(sql, {
    clusterId,
    candidateId: candidate.id,
    baselineId: baseline.id,
    most: MOST_CONTROLS,
    from: span.first,
    to: span.to,
  });
  if (found.length === 0) return [];
  const clusterIds = found.map((control) => control.id);
  const rows = await listBlocks(sql, { clusterIds, releaseIds: [baseline.id], from: span.from, to: span.to });
  const byCluster = Map.groupBy(rows, (row) => row.clusterId);
  return found.map(({ id, name }) => {
    const bySignal = Map.groupBy(byCluster.get(id) ?? [], (row) => row.signal);
    const pair = (blocks: readonly BlockRow[]) => ({
      candidate: blocks.filter((block) => block.hour >= span.first).map(toBlock),
      baseline: blocks.filter((block) => block.hour < span.first).map(toBlock),
    });
    return { cluster: name, bySignal: new Map([...bySignal].map(([signal, blocks]) => [signal, pair(blocks)])) };
  });
}

function factsOf(
  of: SignalFactsOf,
  { totals, segments, controls }: { totals: BlockRow[]; segments: SegmentsOfSignals; controls: Control[] },
): SignalCellFacts[] {
  const wholes = Map.groupBy(totals, (row) => row.signal);
  const expectsCandidate = doesExpectCandidate(of, totals);
  return SIGNALS.flatMap((signal) => {
    const { id } = signal;
    const rows = wholes.get(id);
    if (rows === undefined) return [];
    const total = pairOf(rows, of);
    const facts: SignalCellFacts = {
      cluster: of.clusterName,
      signalId: id,
      release: of.candidate.version,
      baselineRelease: of.baseline.version,
      total,
      segments: segmentPairs(signal, total, segments(id)),
      controls: controls.flatMap(({ cluster, bySignal }) => {
        const pair = bySignal.get(id);
        return pair === undefined ? [] : [{ cluster, ...pair }];
      }),
      expectsCandidate,
      acceptedNovelties: [],
    };
    return [facts];
  });
}

/** It is said to run it, or it was the last that was heard of. */
function doesExpectCandidate({ candidate, installedRelease }: SignalFactsOf, totals: readonly BlockRow[]): boolean {
  if (installedRelease === candidate.version) return true;
  return totals.at(-1)?.releaseId === candidate.id;
}

function pairOf(rows: readonly BlockRow[], { candidate, baseline }: SignalFactsOf): BlockPair {
  return {
    candidate: rows.filter((row) => row.releaseId === candidate.id).map(toBlock),
    baseline: rows.filter((row) => row.releaseId === baseline.id).map(toBlock),
  };
}

function toBlock({ hour, x, exposure, coverage, lost, form }: SignalBlock): SignalBlock {
  return { hour, x, exposure, coverage, lost, form };
}
