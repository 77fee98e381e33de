import {
  countRegressions,
  listRegressions as listRows,
  type RegressionFilter as RowFilter,
} from "@/lib/db/regressions";
import { queryableOf } from "@/lib/db/transaction";
import type { Area } from "@/lib/domain/readiness/area";
import type { RegressionDto } from "@/lib/domain/regressions/dto";
import type { RegressionKind, RegressionState } from "@/lib/domain/regressions/regression";
import { requireCluster } from "../clusters/require-cluster";
import { requirePermission, type ServiceContext } from "../context";
import { AppError, notFound } from "../errors";
import { type Page, pageOf } from "../page";
import { resolveCandidate } from "../releases/list-releases";
import { toRegressionDto } from "./regression-dto";
import { subjectTitles } from "./subject-titles";

/** What is asked for; without a release, the candidate's. */
export interface RegressionFilter {
  release?: string | undefined;
  cluster?: string | undefined;
  area?: Area | undefined;
  state?: RegressionState | undefined;
  kind?: RegressionKind | undefined;
  subject?: string | undefined;
}

/** A filter with the rows it names. @throws NOT_FOUND where the release or the cluster is not known */
export async function resolveFilter(
  ctx: ServiceContext,
  filter: RegressionFilter,
): Promise<{ rows: RowFilter; release: string; baseline: string | null }> {
  const release = await resolveCandidate(ctx.db, filter.release ?? null);
  if (release === null) throw notFound("No release is known yet.");
  const cluster = filter.cluster === undefined ? undefined : await requireCluster(ctx.db, filter.cluster);
  const { area, state, kind, subject } = filter;
  return {
    rows: { releaseId: release.id, clusterId: cluster?.id, area, state, kind, subject },
    release: release.dto.version,
    baseline: release.dto.baseline,
  };
}

/** What got worse than the baseline, worst and newest first, with how many of each state the other filters leave. */
export async function listRegressions(args: {
  ctx: ServiceContext;
  filter: RegressionFilter;
  cursor: string | null;
  limit: number;
}): Promise<Page<RegressionDto> & { counts: Record<RegressionState, number> }> {
  const { ctx, cursor, limit } = args;
  requirePermission(ctx, "read");
  const { rows: filter } = await resolveFilter(ctx, args.filter);
  const sql = queryableOf(ctx.db);
  const rows = await listRows(sql, filter, cursor === null ? null : requireId(cursor), limit + 1);
  const page = pageOf(rows, limit, (row) => row.id);
  const titleOf = await subjectTitles(ctx.db);
  return {
    ...page,
    items: page.items.map((row) => toRegressionDto(row, titleOf)),
    counts: await countRegressions(sql, filter),
  };
}

/** @throws INVALID */
export function requireId(cursor: string): string {
  if (/^[0-9a-f-]{36}$/.test(cursor)) return cursor;
  throw new AppError("INVALID", "This cursor is not one of this list.", {
    errors: [{ pointer: "/cursor", detail: "not a cursor" }],
  });
}
