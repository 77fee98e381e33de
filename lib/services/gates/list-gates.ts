import type { Database } from "@/lib/db/client";
import { listCustomGates } from "@/lib/db/gates";
import { GATE_CATALOGUE } from "@/lib/domain/gates/catalogue/catalogue";
import { effectiveGates } from "@/lib/domain/gates/effective-gates";
import type { Gate } from "@/lib/domain/gates/gate";
import { requirePermission, type ServiceContext } from "../context";
import { notFound } from "../errors";

/** The gates in force: the catalogue, with what operators defined over it, by area. */
export async function loadGates(db: Database): Promise<Gate[]> {
  return effectiveGates(GATE_CATALOGUE, await listCustomGates(db));
}

export async function listGates({ ctx }: { ctx: ServiceContext }): Promise<Gate[]> {
  requirePermission(ctx, "read");
  return loadGates(ctx.db);
}

/** @throws NOT_FOUND with the hint how to define the gate */
export async function requireGate(db: Database, id: string): Promise<Gate> {
  const gate = (await loadGates(db)).find((candidate) => candidate.id === id);
  if (gate) return gate;
  throw notFound(
    `There is no gate "${id}". GET /api/v1/gates lists them; an admin defines one with PUT /api/v1/gates/${id}.`,
  );
}
