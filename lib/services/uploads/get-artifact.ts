import { type ArtifactRow, findArtifact, readArtifact, readArtifactGzip } from "@/lib/db/artifacts";
import { requirePermission, type ServiceContext } from "../context";
import { notFound } from "../errors";

/** A raw document: what it is, and its bytes plain or as the gzip stream that is stored. */
export async function getArtifact({ ctx, id }: { ctx: ServiceContext; id: string }): Promise<{
  artifact: ArtifactRow;
  plain(): AsyncIterable<Uint8Array>;
  gzip(): AsyncIterable<Uint8Array>;
}> {
  requirePermission(ctx, "read");
  const artifact = await findArtifact(ctx.db, id);
  if (artifact === null) throw notFound(`There is no artifact ${id}.`);
  return { artifact, plain: () => readArtifact(ctx.db, id), gzip: () => readArtifactGzip(ctx.db, id) };
}
