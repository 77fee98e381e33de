import { countUploadsByState, listUploads as listRows, type UploadFilter } from "@/lib/db/uploads";
import { UploadDto, UploadKindSchema } from "@/lib/domain/uploads/upload";
import { api } from "@/lib/routes";
import { requirePermission, type ServiceContext } from "../context";
import { type Page, pageOf } from "../page";

type Row = Awaited<ReturnType<typeof listRows>>[number];

function toUploadDto(row: Row): UploadDto {
  return {
    id: row.id,
    kind: UploadKindSchema.parse(row.kind.replace("_", "-")),
    state: row.state,
    cluster: row.clusterName,
    release: row.release,
    gate: row.gateId,
    actor: { kind: row.actorKind, name: row.actorName },
    receivedAt: row.receivedAt.toISOString(),
    contentType: row.contentType,
    sizeBytes: row.sizeBytes === null ? null : Number(row.sizeBytes),
    storedBytes: row.artifact ? Number(row.artifact.storedBytes) : null,
    sha256: row.artifact?.sha256 ?? null,
    artifactHref: row.artifactId === null ? null : api.artifact(row.artifactId),
    accepted: row.acceptedCount,
    duplicates: row.duplicateCount,
    rejected: row.rejectedCount,
    problem: UploadDto.shape.problem.parse(row.problem),
    gateRun: row.gateRun,
    requestId: row.requestId,
  };
}

/** What came in, newest first, with how many uploads of each state the other filters leave. */
export async function listUploads(args: {
  ctx: ServiceContext;
  filter: UploadFilter;
  cursor: string | null;
  limit: number;
}): Promise<Page<UploadDto> & { counts: Record<string, number> }> {
  const { ctx, filter, cursor, limit } = args;
  requirePermission(ctx, "read");
  const rows = await listRows(ctx.db, filter, cursor, limit + 1);
  const page = pageOf(rows, limit, (row) => row.id);
  return { ...page, items: page.items.map(toUploadDto), counts: await countUploadsByState(ctx.db, filter) };
}
