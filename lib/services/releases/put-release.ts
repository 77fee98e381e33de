import { markCellsAll, markReadinessAll } from "@/lib/db/outbox";
import { ensureRelease, updateRelease } from "@/lib/db/releases";
import type { PutReleaseInput, ReleaseDto } from "@/lib/domain/releases/release";
import { compareVersions } from "@/lib/domain/releases/version";
import { requirePermission, type ServiceContext, withTransaction } from "../context";
import { AppError } from "../errors";
import { getRelease } from "./list-releases";

/** Makes a release known and says what it is compared with and whether it is tracked. */
export async function putRelease(args: {
  ctx: ServiceContext;
  version: string;
  input: PutReleaseInput;
}): Promise<{ release: ReleaseDto; created: boolean }> {
  const { ctx, version, input } = args;
  requirePermission(ctx, "operate");
  if (input.baseline !== undefined && compareVersions(input.baseline, version) >= 0) {
    throw new AppError("INVALID", `The baseline ${input.baseline} does not precede ${version}.`, {
      errors: [{ pointer: "/baseline", detail: `must be a version before ${version}` }],
    });
  }
  const created = await withTransaction(ctx, async (tx, pad) => {
    const release = await ensureRelease(tx, version);
    if (input.baseline !== undefined) await ensureRelease(tx, input.baseline);
    await updateRelease(tx, release.id, input, ctx.now());
    await markReadinessAll(tx, { releaseId: release.id });
    await markCellsAll(tx, { releaseId: release.id });
    pad.recordAudit({
      action: release.created ? "release.created" : "release.changed",
      subjectKind: "release",
      subjectId: version,
      data: { after: input },
    });
    pad.publish({ kind: "readiness", payload: { release: version } });
    return release.created;
  });
  return { release: await getRelease({ ctx, version }), created };
}
