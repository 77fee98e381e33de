import { MeshSchema } from "@/lib/domain/clusters/feature";
import type { Gate } from "@/lib/domain/gates/gate";
import type { Database } from "./client";
import type { Tx } from "./transaction";

/** Gates that operators defined or redefined, by id. */
export async function listCustomGates(db: Database): Promise<Gate[]> {
  const rows = await db.prisma.gate.findMany({ orderBy: { id: "asc" } });
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    area: row.area,
    requiredFor: row.requiredFor,
    minRuns: row.minRuns,
    maxAgeHours: row.maxAgeHours,
    passRate: row.passRate,
    proves: row.proves,
    tool: row.tool,
    mesh: MeshSchema.nullable().parse(row.mesh),
    origin: "custom",
  }));
}

/** Creates or replaces an operator's gate; true when it was created. */
export async function putGate(tx: Tx, gate: Gate, now: Date): Promise<boolean> {
  const [row] = await tx.query<{ created: boolean }>(
    `INSERT INTO gate (id, title, area, required_for, min_runs, max_age_hours, pass_rate, proves, tool, mesh, created_at, updated_at)
     VALUES ($1,$2,$3,$4::tier[],$5,$6,$7,$8,$9,$10,$11,$11)
     ON CONFLICT (id) DO UPDATE SET title = EXCLUDED.title, area = EXCLUDED.area, required_for = EXCLUDED.required_for,
       min_runs = EXCLUDED.min_runs, max_age_hours = EXCLUDED.max_age_hours, pass_rate = EXCLUDED.pass_rate,
       proves = EXCLUDED.proves, tool = EXCLUDED.tool, mesh = EXCLUDED.mesh, updated_at = EXCLUDED.updated_at
     RETURNING (xmax = 0) AS created`,
    [
      gate.id,
      gate.title,
      gate.area,
      gate.requiredFor,
      gate.minRuns,
      gate.maxAgeHours,
      gate.passRate,
      gate.proves,
      gate.tool,
      gate.mesh,
      now,
    ],
  );
  return row?.created ?? false;
}

/** Forgets an operator's definition; the catalogue's, if there is one, counts again. False when there is none. */
export async function deleteCustomGate(tx: Tx, id: string): Promise<boolean> {
  const rows = await tx.query("DELETE FROM gate WHERE id = $1 RETURNING id", [id]);
  return rows.length === 1;
}
