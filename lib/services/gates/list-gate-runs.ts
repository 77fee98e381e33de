import {
  type CaseFilter,
  countGateRuns,
  findGateRun,
  type GateRunFilter,
  type GateRunRow,
  listGateCases as listCaseRows,
  listGateRuns as listRunRows,
} from "@/lib/db/gate-run-reads";
import { type GateCaseDto, GateRunDto, type Outcome } from "@/lib/domain/gates/gate-run";
import { api } from "@/lib/routes";
import { requirePermission, type ServiceContext } from "../context";
import { AppError, notFound } from "../errors";
import { type Page, pageOf } from "../page";

export function toGateRunDto(row: GateRunRow): GateRunDto {
  const { passed, failed, error, skipped, flaky } = row;
  return {
    id: row.id,
    cluster: row.cluster.name,
    release: row.release.version,
    gate: row.gateId,
    ranAt: row.ranAt.toISOString(),
    receivedAt: row.receivedAt.toISOString(),
    url: row.url,
    attempt: row.attempt,
    outcome: row.outcome,
    counts: { passed, failed, error, skipped, flaky },
    durationSeconds: row.durationSeconds,
    wellFormed: row.wellFormed,
    defects: GateRunDto.shape.defects.parse(row.defects),
    tool: row.tool,
    artifact: {
      id: row.artifactId,
      sha256: row.artifact.sha256,
      sizeBytes: Number(row.artifact.sizeBytes),
      href: api.artifact(row.artifactId),
    },
  };
}

/** Runs of gates, newest first, with how many of each outcome the other filters leave. */
export async function listGateRuns(args: {
  ctx: ServiceContext;
  filter: GateRunFilter;
  cursor: string | null;
  limit: number;
}): Promise<Page<GateRunDto> & { counts: Record<Outcome, number> }> {
  const { ctx, filter, cursor, limit } = args;
  requirePermission(ctx, "read");
  const rows = await listRunRows(ctx.db, filter, cursor === null ? null : parseCursor(cursor), limit + 1);
  const page = pageOf(rows, limit, (row) => `${row.ranAt.toISOString()}_${row.id}`);
  return { ...page, items: page.items.map(toGateRunDto), counts: await countGateRuns(ctx.db, filter) };
}

function parseCursor(cursor: string): { ranAt: Date; id: string } {
  const [at = "", id = ""] = cursor.split("_");
  const ranAt = new Date(at);
  if (Number.isNaN(ranAt.getTime()) || !/^[0-9a-f-]{36}$/.test(id)) {
    throw new AppError("INVALID", "This cursor is not one of this list.", {
      errors: [{ pointer: "/cursor", detail: "not a cursor" }],
    });
  }
  return { ranAt, id };
}

/** @throws NOT_FOUND */
export async function getGateRun({ ctx, id }: { ctx: ServiceContext; id: string }): Promise<GateRunDto> {
  requirePermission(ctx, "read");
  const row = await findGateRun(ctx.db, id);
  if (row === null) throw notFound(`There is no gate run ${id}.`);
  return toGateRunDto(row);
}

/** The cases of a run, in the order of its document. */
export async function listGateCases(args: {
  ctx: ServiceContext;
  runId: string;
  filter: CaseFilter;
  cursor: string | null;
  limit: number;
}): Promise<Page<GateCaseDto>> {
  const { ctx, runId, filter, cursor, limit } = args;
  requirePermission(ctx, "read");
  if ((await findGateRun(ctx.db, runId)) === null) throw notFound(`There is no gate run ${runId}.`);
  const after = cursor === null ? null : Number(cursor);
  if (after !== null && !Number.isSafeInteger(after))
    throw new AppError("INVALID", "This cursor is not one of this list.");
  const rows = await listCaseRows(ctx.db, runId, filter, after, limit + 1);
  const page = pageOf(rows, limit, (row) => String(row.ordinal));
  return {
    ...page,
    items: page.items.map(({ ordinal, suite, name, status, flaky, superseded, durationSeconds, message }) => ({
      ordinal,
      suite,
      name,
      status,
      flaky,
      superseded,
      durationSeconds,
      message,
    })),
  };
}
