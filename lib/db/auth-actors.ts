import type { Database } from "./client";
import { queryableOf } from "./transaction";

/** The names that people and tokens of these ids have today; ids of neither are missing from the map. */
export async function findActorNames(db: Database, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await queryableOf(db).query<{ id: string; name: string }>(
    `SELECT id, name FROM "user" WHERE id = ANY($1)
     UNION ALL SELECT id::text, name FROM api_token WHERE id::text = ANY($1)`,
    [[...new Set(ids)]],
  );
  return new Map(rows.map((row) => [row.id, row.name]));
}
