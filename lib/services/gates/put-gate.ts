import { deleteCustomGate, putGate as writeGate } from "@/lib/db/gates";
import { markCellsAll, markReadinessAll } from "@/lib/db/outbox";
import { type Gate, GateIdSchema, type PutGateInput } from "@/lib/domain/gates/gate";
import { requirePermission, type ServiceContext, withTransaction } from "../context";
import { AppError } from "../errors";
import { loadGates, requireGate } from "./list-gates";

/** Defines a gate, or redefines one of the catalogue. Every cluster is judged again. */
export async function putGate(args: {
  ctx: ServiceContext;
  id: string;
  input: PutGateInput;
}): Promise<{ gate: Gate; created: boolean }> {
  const { ctx, input } = args;
  requirePermission(ctx, "admin");
  const id = GateIdSchema.parse(args.id);
  if (input.id !== undefined && input.id !== id) {
    throw new AppError("INVALID", `The id in the body is "${input.id}", in the path "${id}".`, {
      errors: [{ pointer: "/id", detail: `must be "${id}" or left out` }],
    });
  }
  const before = (await loadGates(ctx.db)).find((gate) => gate.id === id);
  const gate: Gate = {
    id,
    title: input.title,
    area: input.area,
    requiredFor: [...new Set(input.requiredFor)],
    minRuns: input.minRuns,
    maxAgeHours: input.maxAgeHours,
    passRate: input.passRate,
    proves: input.proves ?? before?.proves ?? "",
    tool: input.tool ?? before?.tool ?? "",
    mesh: input.mesh === undefined ? (before?.mesh ?? null) : input.mesh,
    origin: "custom",
  };
  await withTransaction(ctx, async (tx, pad) => {
    await writeGate(tx, gate, ctx.now());
    await markReadinessAll(tx, {});
    await markCellsAll(tx, { family: "gate" });
    pad.recordAudit({
      action: "gate.defined",
      subjectKind: "gate",
      subjectId: id,
      data: { before: before ?? null, after: gate },
    });
  });
  return { gate, created: before === undefined };
}

/** Takes an operator's definition away; the catalogue's counts again. */
export async function deleteGate({ ctx, id }: { ctx: ServiceContext; id: string }): Promise<void> {
  requirePermission(ctx, "admin");
  const before = await requireGate(ctx.db, id);
  if (before.origin === "catalogue") {
    throw new AppError(
      "CONFLICT",
      `"${id}" is a gate of the catalogue. Redefine it instead, with an empty requiredFor.`,
    );
  }
  await withTransaction(ctx, async (tx, pad) => {
    await deleteCustomGate(tx, id);
    await markReadinessAll(tx, {});
    await markCellsAll(tx, { family: "gate" });
    pad.recordAudit({ action: "gate.removed", subjectKind: "gate", subjectId: id, data: { before } });
  });
}
