import { findCluster } from "@/lib/db/clusters";
import { listRegressionEvents, listRegressionRuns } from "@/lib/db/regression-history";
import { findRegression, type WholeRegressionRow } from "@/lib/db/regressions";
import { queryableOf } from "@/lib/db/transaction";
import { listWaivers } from "@/lib/db/waivers";
import { CardSchema } from "@/lib/domain/regressions/card";
import type { RegressionDetailDto } from "@/lib/domain/regressions/dto";
import type { WaiverDto } from "@/lib/domain/regressions/waiver";
import { inScope } from "@/lib/domain/regressions/waiver-rule";
import { requirePermission, type ServiceContext } from "../context";
import { notFound } from "../errors";
import { toRegressionDto } from "./regression-dto";
import { similarRegressions } from "./similar-regressions";
import { subjectTitles } from "./subject-titles";
import { toWaiverDto } from "./waiver-dto";
import { labelsOf } from "./waiver-scope";

/** One regression with its card, its life, its runs and what resembles it. @throws NOT_FOUND */
export async function getRegression({ ctx, id }: { ctx: ServiceContext; id: string }): Promise<RegressionDetailDto> {
  requirePermission(ctx, "read");
  const sql = queryableOf(ctx.db);
  const row = await findRegression(sql, id);
  if (row === null) throw notFound("There is no regression with this id.");
  const titleOf = await subjectTitles(ctx.db);
  const { card, level: _level, dismissedLevel: _dismissed, ...listed } = row;
  const [events, runs, similar, waivers] = await Promise.all([
    listRegressionEvents(sql, id),
    listRegressionRuns(sql, id),
    similarRegressions(sql, id, titleOf),
    waiversOf(ctx, row),
  ]);
  return {
    ...toRegressionDto(listed, titleOf),
    card: CardSchema.parse(card),
    events: events.map(({ at, kind, actorKind, actorName, summary }) => ({
      at: at.toISOString(),
      kind,
      actor: { kind: actorKind, name: actorName },
      summary,
    })),
    similar,
    waivers,
    failingRuns: runs.map((run) => ({ ...run, at: run.at.toISOString() })),
  };
}

/** The waivers of its subject whose scope it is in, newest first, whatever became of them. */
async function waiversOf(ctx: ServiceContext, row: WholeRegressionRow): Promise<WaiverDto[]> {
  const { releaseId, kind, subject } = row;
  const cluster = await findCluster(ctx.db, row.cluster);
  const labels = cluster === null ? {} : labelsOf(cluster);
  const waivers = await listWaivers(queryableOf(ctx.db), { releaseId, kind, subject });
  return waivers
    .map((waiver) => toWaiverDto(waiver, ctx.now()))
    .filter(({ scope }) => inScope(scope, { name: row.cluster, labels }));
}
