import {
  type CaseResult,
  countFinalCases,
  type ExecutionRow,
  listEarlierExecutions,
  listFinalCases as listRows,
} from "@/lib/db/gate-cases";
import { findGateRun } from "@/lib/db/gate-run-reads";
import type { CaseCounts, GateCaseDto } from "@/lib/domain/gates/gate-run";
import { requirePermission, type ServiceContext } from "../context";
import { AppError, notFound } from "../errors";
import { type Page, pageOf } from "../page";

const keyOf = (row: { suite: string; name: string }) => JSON.stringify([row.suite, row.name]);

function toDto({
  ordinal,
  suite,
  name,
  status,
  flaky,
  durationSeconds,
  message,
  superseded,
}: ExecutionRow): GateCaseDto {
  return { ordinal, suite, name, status, flaky, superseded, durationSeconds, message };
}

/**
 * The cases of a run by what became of each: worst first, then by name, with the executions that went before.
 * `counts` says how many cases the search leaves, whatever result is asked for.
 */
export async function listFinalCases(args: {
  ctx: ServiceContext;
  runId: string;
  filter: { status?: CaseResult | undefined; search?: string | undefined };
  cursor: string | null;
  limit: number;
}): Promise<Page<GateCaseDto> & { counts: CaseCounts }> {
  const { ctx, runId, filter, cursor, limit } = args;
  requirePermission(ctx, "read");
  if ((await findGateRun(ctx.db, runId)) === null) throw notFound(`There is no gate run ${runId}.`);
  const after = cursor === null ? null : Number(cursor);
  if (after !== null && !Number.isSafeInteger(after))
    throw new AppError("INVALID", "This cursor is not one of this list.");
  const search = filter.search || null;
  const rows = await listRows(ctx.db, runId, { result: filter.status ?? null, search }, after, limit + 1);
  const page = pageOf(rows, limit, (row) => String(row.ordinal));
  const earlier = Map.groupBy(await listEarlierExecutions(ctx.db, runId, page.items), keyOf);
  const items = page.items.map((row) => ({ ...toDto(row), earlier: (earlier.get(keyOf(row)) ?? []).map(toAttempt) }));
  return { ...page, items, counts: await countFinalCases(ctx.db, runId, search) };
}

function toAttempt({ ordinal, status, durationSeconds, message }: ExecutionRow) {
  return { ordinal, status, durationSeconds, message };
}
