import type { PutReleaseInput } from "@/lib/domain/releases/release";
import type { Database } from "./client";
import type { Release } from "./generated/client";
import type { Tx } from "./transaction";

export type { Release };

/** The id of the release, created if it was never heard of. */
export async function ensureRelease(tx: Tx, version: string): Promise<{ id: number; created: boolean }> {
  const [existing] = await tx.query<{ id: number }>("SELECT id FROM release WHERE version = $1", [version]);
  if (existing) return { id: existing.id, created: false };
  const [row] = await tx.query<{ id: number; created: boolean }>(
    `INSERT INTO release (version) VALUES ($1)
     ON CONFLICT (version) DO UPDATE SET version = EXCLUDED.version RETURNING id, (xmax = 0) AS created`,
    [version],
  );
  if (row === undefined) throw new Error("an upsert returned no row");
  return row;
}

/** Changes what the input names and leaves the rest. */
export async function updateRelease(tx: Tx, id: number, input: PutReleaseInput, now: Date): Promise<void> {
  await tx.query(
    `UPDATE release SET baseline = coalesce($2, baseline), tracked = coalesce($3, tracked),
            notes = coalesce($4, notes), updated_at = $5 WHERE id = $1`,
    [id, input.baseline ?? null, input.tracked ?? null, input.notes ?? null, now],
  );
}

/** All releases; a few hundred at most, ordered by the caller (semver precedence is not a collation). */
export async function listReleases(db: Database): Promise<Release[]> {
  return db.prisma.release.findMany();
}

export async function findRelease(db: Database, version: string): Promise<Release | null> {
  return db.prisma.release.findUnique({ where: { version } });
}
