import { z } from "zod";
import { listVerdictsByDay as listDays, listChanges as listRows } from "@/lib/db/readiness-history";
import { AreaSchema, eachArea } from "@/lib/domain/readiness/area";
import type { VerdictChangeDto, VerdictDayDto } from "@/lib/domain/readiness/dto";
import { VerdictSchema } from "@/lib/domain/readiness/verdict";
import { requireCluster } from "../clusters/require-cluster";
import { requirePermission, type ServiceContext } from "../context";
import { notFound } from "../errors";
import { resolveCandidate } from "../releases/list-releases";

const HOUR_MS = 3_600_000;

/** Verdicts that changed in the last hours, newest first; of one cluster where one is named. */
export async function listChanges(args: {
  ctx: ServiceContext;
  release: string | null;
  cluster?: string | undefined;
  hours: number;
  limit: number;
}): Promise<{ release: string; items: VerdictChangeDto[] }> {
  const { ctx } = args;
  requirePermission(ctx, "read");
  const release = await candidate(ctx, args.release);
  const cluster = args.cluster === undefined ? null : await requireCluster(ctx.db, args.cluster);
  const rows = await listRows(ctx.db, {
    releaseId: release.id,
    since: new Date(ctx.now().getTime() - args.hours * HOUR_MS),
    clusterId: cluster?.id ?? null,
    limit: args.limit,
  });
  const items = rows.map(({ at, cluster: name, area, from, to, summary }) => ({
    at: at.toISOString(),
    cluster: name,
    area,
    from,
    to,
    summary,
  }));
  return { release: release.dto.version, items };
}

const AreasOfDay = z.record(AreaSchema, z.object({ verdict: VerdictSchema }));

/** The verdict of a cluster, overall and by area, in force at the end of each of the last UTC days, today included. */
export async function listVerdictsByDay(args: {
  ctx: ServiceContext;
  release: string | null;
  cluster: string;
  days: number;
}): Promise<{ release: string; items: VerdictDayDto[] }> {
  const { ctx } = args;
  requirePermission(ctx, "read");
  const release = await candidate(ctx, args.release);
  const cluster = await requireCluster(ctx.db, args.cluster);
  const until = ctx.now();
  const since = new Date(until.getTime() - (args.days - 1) * 24 * HOUR_MS);
  const rows = await listDays(ctx.db, { clusterId: cluster.id, releaseId: release.id, since, until });
  const items = rows.map(({ day, verdict, areas }) => {
    const parsed = AreasOfDay.parse(areas);
    return { day, verdict, areas: eachArea((area) => parsed[area].verdict) };
  });
  return { release: release.dto.version, items };
}

async function candidate(ctx: ServiceContext, version: string | null) {
  const release = await resolveCandidate(ctx.db, version);
  if (release === null) throw notFound("No release is known yet.");
  return release;
}
