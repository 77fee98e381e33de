import type { Segment } from "@/lib/domain/signals/signal-block";
import type { Tx } from "./transaction";

/** The segment that stands for the whole cluster. */
export const WHOLE_CLUSTER = 0;

/** A text by which the ids of `ensureSegments` are found. */
export function segmentKey({ label, value }: Segment): string {
  return `${label}\n${value}`;
}

/** The ids of these segments by `segmentKey`, made where they are new. */
export async function ensureSegments(tx: Tx, segments: readonly Segment[]): Promise<Map<string, number>> {
  const distinct = [...new Map(segments.map((segment) => [segmentKey(segment), segment])).values()];
  if (distinct.length === 0) return new Map();
  const columns = [distinct.map((segment) => segment.label), distinct.map((segment) => segment.value)];
  // Looked up before, as an insert that finds the row there uses up a number of the sequence each time.
  await tx.query(
    `INSERT INTO signal_segment (label, value)
     SELECT n.label, n.value FROM unnest($1::text[], $2::text[]) AS n(label, value)
     WHERE NOT EXISTS (SELECT FROM signal_segment s WHERE s.label = n.label AND s.value = n.value)
     ORDER BY n.label, n.value ON CONFLICT (label, value) DO NOTHING`,
    columns,
  );
  const rows = await tx.query<{ id: number; label: string; value: string }>(
    `SELECT s.id, s.label, s.value FROM signal_segment s
     JOIN unnest($1::text[], $2::text[]) AS n(label, value) USING (label, value)`,
    columns,
  );
  return new Map(rows.map((row) => [segmentKey(row), row.id]));
}
