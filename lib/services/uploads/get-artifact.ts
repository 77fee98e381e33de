import { type ArtifactRow, findArtifact, readArtifact } from "@/lib/db/artifacts";
import { requirePermission, type ServiceContext } from "../context";
import { notFound } from "../errors";

/** A raw document: what it is, and its bytes as they were received. @throws NOT_FOUND */
export async function getArtifact({
  ctx,
  id,
}: {
  ctx: ServiceContext;
  id: string;
}): Promise<{ artifact: ArtifactRow; bytes: AsyncIterable<Uint8Array> }> {
  requirePermission(ctx, "read");
  const artifact = await findArtifact(ctx.db, id);
  if (artifact === null) throw notFound(`There is no artifact ${id}.`);
  return { artifact, bytes: readArtifact(ctx.db, id) };
}
