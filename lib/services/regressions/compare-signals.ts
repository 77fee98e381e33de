import type { SignalFactsRow, TestedCellRow } from "@/lib/db/cells";
import type { Cluster } from "@/lib/db/clusters";
import { listNodeAttributes } from "@/lib/db/nodes";
import type { Queryable } from "@/lib/db/transaction";
import { storeSignalTest } from "@/lib/domain/regressions/stored-signal-test";
import { signalById } from "@/lib/domain/signals/catalogue/catalogue";
import { explainSignal, type NodeAttributes } from "@/lib/domain/signals/explain-signal";
import { testSignal } from "@/lib/domain/signals/judge-signal";
import type { SignalCellFacts } from "@/lib/domain/signals/signal-block";
import { HOUR_MS, SIGNAL_RULES } from "@/lib/domain/signals/signal-rules";
import { loadSignalFacts } from "../signals/load-signal-facts";
import type { Candidate } from "./candidates";

export interface SignalComparison {
  candidate: Candidate;
  stored: readonly TestedCellRow[];
  now: Date;
}

/**
 * The signals of these clusters, candidate against baseline, by cluster id. A cluster that never sent an hour with the
 * candidate, and is not said to run it, has nothing to compare and is left out.
 */
export async function compareSignals(
  sql: Queryable,
  clusters: readonly Cluster[],
  of: SignalComparison,
): Promise<Map<number, readonly SignalFactsRow[]>> {
  const { candidate, now } = of;
  const compared = new Map<number, readonly SignalFactsRow[]>();
  const before = Map.groupBy(of.stored, (row) => row.clusterId);
  for (const cluster of clusters) {
    const facts = await loadSignalFacts(sql, {
      clusterId: cluster.id,
      clusterName: cluster.name,
      installedRelease: cluster.installedRelease,
      candidate,
      baseline: { id: candidate.baselineId, version: candidate.baseline },
      now,
    });
    const isMeant = facts.some(({ total, expectsCandidate }) => expectsCandidate || total.candidate.length > 0);
    if (!isMeant) continue;
    const nodes = lazyNodes(sql, cluster.id);
    compared.set(cluster.id, await testAll(facts, { before: before.get(cluster.id) ?? [], nodes, now }));
  }
  return compared;
}

async function testAll(
  facts: readonly SignalCellFacts[],
  of: { before: readonly TestedCellRow[]; nodes: () => Promise<NodeAttributes>; now: Date },
): Promise<SignalFactsRow[]> {
  const tests: SignalFactsRow[] = [];
  for (const one of facts) {
    const signal = signalById(one.signalId);
    if (signal === undefined) continue;
    const previous = of.before.find((row) => row.kind === "signal" && row.subject === signal.id);
    const last = previous?.kind === "signal" ? previous.facts : null;
    const test = testSignal(one, signal, of.now, last);
    const isTold = test.p !== null && test.p <= SIGNAL_RULES.alpha;
    const explains = isTold ? explainSignal(one, signal, { now: of.now, nodes: await of.nodes() }) : [];
    tests.push({ ...storeSignalTest(test), explains, silentFrom: silentFrom(one, of.now) });
  }
  return tests;
}

/** From when on the signal is stale, should no hour come any more; null: it is already, or nothing is expected of it. */
function silentFrom({ total, expectsCandidate }: SignalCellFacts, now: Date): string | null {
  const observed = total.candidate.filter(({ x }) => x !== null).map(({ hour }) => hour.getTime());
  if (!expectsCandidate || observed.length === 0) return null;
  const from = new Date(Math.max(...observed) + (1 + SIGNAL_RULES.staleAfterHours) * HOUR_MS + 1);
  return from > now ? from.toISOString() : null;
}

/** Kernels and images of nodes are asked for once, and only where there is something to explain. */
function lazyNodes(sql: Queryable, clusterId: number): () => Promise<NodeAttributes> {
  let asked: Promise<NodeAttributes> | null = null;
  return () => {
    asked ??= listNodeAttributes(sql, clusterId);
    return asked;
  };
}
