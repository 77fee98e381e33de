import { listCells } from "@/lib/db/cells";
import type { Cluster } from "@/lib/db/clusters";
import { queryableOf, type Tx } from "@/lib/db/transaction";
import { insertWaiver, listWaivers } from "@/lib/db/waivers";
import { isHeldReal } from "@/lib/domain/regressions/life-cycle";
import { canBeWaived } from "@/lib/domain/regressions/waive-cell";
import {
  type CreateWaiverInput,
  WAIVER_MAX_DAYS,
  type WaivedLevel,
  type WaiverDto,
} from "@/lib/domain/regressions/waiver";
import { approvalsNeeded, inScope } from "@/lib/domain/regressions/waiver-rule";
import { requireCluster } from "../clusters/require-cluster";
import { requirePermission, type ServiceContext, withTransaction } from "../context";
import { AppError } from "../errors";
import { resolveCandidate } from "../releases/list-releases";
import { requireWaiver } from "./list-waivers";
import { releaseBefore } from "./release-before";
import { readCell } from "./stored-cell";
import { toWaiverDto, toWaiverFact } from "./waiver-dto";
import { clustersInScope, labelsOf } from "./waiver-scope";

const DAY_MS = 24 * 3_600_000;

/**
 * Asks that something red be lived with, at the level it has now, for a while. It holds when somebody else approves.
 * @throws INVALID where nothing is red there or it would last too long; PRECONDITION what cannot be waived; NOT_FOUND
 */
export async function createWaiver(args: { ctx: ServiceContext; input: CreateWaiverInput }): Promise<WaiverDto> {
  const { ctx, input } = args;
  requirePermission(ctx, "operate");
  const expiresAt = requireExpiry(input, ctx.now());
  const release = await resolveCandidate(ctx.db, input.release);
  if (release === null) throw new Error("a named release is found or refused");
  if (input.scope.kind === "cluster") await requireCluster(ctx.db, input.scope.cluster);
  const clusters = await clustersInScope(ctx.db, input.scope);
  const id = ctx.newId();
  await withTransaction(ctx, async (tx, pad) => {
    const level = await currentLevels(tx, { releaseId: release.id, clusters }, input);
    const needed = approvalsNeeded(await waivedBefore(ctx, release.dto.version, clusters, input));
    const { kind, subject, scope, reason } = input;
    const author = { authorKind: ctx.actor.kind, authorId: ctx.actor.id, authorName: ctx.actor.name };
    const url = input.url ?? null;
    const rule = { approvals: [], approvalsNeeded: needed };
    const what = { kind, subject, scope, reason, url, level };
    await insertWaiver(tx, { id, releaseId: release.id, ...what, expiresAt, createdAt: ctx.now(), ...author, ...rule });
    pad.recordAudit({
      action: "waiver.proposed",
      subjectKind: "waiver",
      subjectId: id,
      data: { release: release.dto.version, ...what, expiresAt: expiresAt.toISOString(), approvalsNeeded: needed },
    });
    pad.publish({ kind: "regression", payload: { waiver: id, release: release.dto.version, subject } });
  });
  return toWaiverDto(await requireWaiver(ctx, id), ctx.now());
}

function requireExpiry(input: CreateWaiverInput, now: Date): Date {
  const expiresAt = new Date(input.expiresAt);
  if (expiresAt <= now) throw invalid("/expiresAt", "A waiver must end in the future.");
  if (expiresAt.getTime() > now.getTime() + WAIVER_MAX_DAYS * DAY_MS) {
    throw invalid("/expiresAt", `A waiver holds for at most ${WAIVER_MAX_DAYS} days.`);
  }
  return expiresAt;
}

function invalid(pointer: string, detail: string): AppError {
  return new AppError("INVALID", detail, { errors: [{ pointer, detail }] });
}

/** How bad it is now on each cluster of the scope on which it is held to be real. */
async function currentLevels(
  tx: Tx,
  of: { releaseId: number; clusters: readonly Cluster[] },
  { kind, subject }: CreateWaiverInput,
): Promise<Record<string, WaivedLevel>> {
  const names = new Map(of.clusters.map((cluster) => [cluster.id, cluster.name]));
  const rows = await listCells(tx, { releaseId: of.releaseId, clusterIds: [...names.keys()], kind, subject });
  const held = rows.map((row) => readCell(row, names.get(row.clusterId) ?? "")).filter(isHeldReal);
  const waivable = held.filter(({ card }) => canBeWaived({ unwaived: card.state, channel: card.channel }));
  if (waivable.length > 0) return Object.fromEntries(waivable.map((cell) => [cell.cluster, cell.level]));
  if (held.length > 0) {
    throw new AppError(
      "PRECONDITION",
      "What may never happen and what is beyond a limit holds whatever people decide: it cannot be waived, only mended.",
    );
  }
  throw invalid("/subject", `Nothing of "${subject}" is red there, so there is nothing to waive.`);
}

/** Whether the candidate before this one went out with the same waived on one of these clusters. */
async function waivedBefore(
  ctx: ServiceContext,
  version: string,
  clusters: readonly Cluster[],
  { kind, subject }: CreateWaiverInput,
): Promise<boolean> {
  const before = await releaseBefore(ctx.db, version);
  if (before === null) return false;
  const waivers = await listWaivers(queryableOf(ctx.db), { releaseId: before, kind, subject });
  return waivers
    .filter((waiver) => waiver.approvedAt !== null)
    .some((waiver) => {
      const { scope } = toWaiverFact(waiver);
      return clusters.some((cluster) => inScope(scope, { name: cluster.name, labels: labelsOf(cluster) }));
    });
}
