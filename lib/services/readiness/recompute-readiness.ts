import { z } from "zod";
import { findClusterById } from "@/lib/db/clusters";
import type { ReadinessMark } from "@/lib/db/outbox";
import {
  type CurrentRow,
  confirmCurrent,
  findCurrent,
  insertChanges,
  insertSnapshot,
  lockReadiness,
} from "@/lib/db/readiness";
import type { Tx } from "@/lib/db/transaction";
import { canonicalJson } from "@/lib/domain/audit/canonical-json";
import { judgementChanges } from "@/lib/domain/readiness/changes";
import { type ClusterJudgement, judgeCluster } from "@/lib/domain/readiness/judge-cluster";
import type { JournalPad, ServiceContext } from "../context";
import { loadClusterFacts, type Question } from "./load-cluster-facts";
import { readStoredJudgement } from "./stored-judgement";

/**
 * Judges one cluster for one release and puts the result in force, in the caller's transaction.
 * A judgement that says the same from the same inputs is only confirmed. Returns whether it was new.
 */
export async function recomputeReadiness(
  ctx: ServiceContext,
  work: { tx: Tx; pad: JournalPad },
  mark: ReadinessMark,
  question: Question,
): Promise<boolean> {
  const { tx, pad } = work;
  await lockReadiness(tx, mark.clusterId, mark.releaseId);
  const cluster = await findClusterById(tx, mark.clusterId);
  if (cluster === null || cluster.retiredAt !== null) return false;
  const [facts] = await loadClusterFacts(tx, [cluster], question);
  if (facts === undefined) return false;
  const judgement = judgeCluster(facts, question.now);
  const before = await findCurrent(tx, mark.clusterId, mark.releaseId);
  if (before !== null && saysTheSame(before, judgement, question.release.baseline)) {
    await confirmCurrent(tx, mark.clusterId, mark.releaseId, question.now, judgement.expiresAt);
    return false;
  }
  const snapshotId = ctx.newId();
  const { expiresAt, verdict, areas, reasons, nodes, evidence, inputs, policyVersion } = judgement;
  await insertSnapshot(
    tx,
    {
      id: snapshotId,
      clusterId: mark.clusterId,
      releaseId: mark.releaseId,
      baseline: question.release.baseline,
      policyVersion,
      computedAt: question.now,
      verdict,
      areas,
      reasons,
      nodes,
      evidence,
      inputs,
    },
    expiresAt,
  );
  const changes = judgementChanges(before && readStoredJudgement(before), judgement);
  await insertChanges(
    tx,
    { clusterId: mark.clusterId, releaseId: mark.releaseId, at: question.now, snapshotId },
    changes,
  );
  pad.publish({ kind: "readiness", payload: { cluster: cluster.name, release: question.release.version, verdict } });
  return true;
}

/** When it was judged is an input, but not a difference. */
function saysTheSame(before: CurrentRow, now: ClusterJudgement, baseline: string | null): boolean {
  const told = (row: Record<(typeof TOLD)[number], unknown>) => canonicalJson(TOLD.map((part) => row[part]));
  const inputs = ({ inputs: all }: { inputs: unknown }) => canonicalJson({ ...Inputs.parse(all), judgedAt: null });
  return before.baseline === baseline && told(before) === told(now) && inputs(before) === inputs(now);
}

const TOLD = ["verdict", "areas", "reasons", "nodes", "evidence", "policyVersion"] as const;
const Inputs = z.record(z.string(), z.unknown());
