import { lockBoard } from "@/lib/db/boards";
import { markCells, markReadiness } from "@/lib/db/outbox";
import { insertRegressionEvents } from "@/lib/db/regression-history";
import { findRegression, type RegressionChange, updateRegression, type WholeRegressionRow } from "@/lib/db/regressions";
import { queryableOf, type Tx } from "@/lib/db/transaction";
import type { RegressionDetailDto } from "@/lib/domain/regressions/dto";
import type { RegressionCause } from "@/lib/domain/regressions/regression";
import { type JournalPad, requirePermission, type ServiceContext, withTransaction } from "../context";
import { AppError, notFound } from "../errors";
import { getRegression } from "./get-regression";

/** What acknowledge, dismiss, reopen and claim-fix are given. */
export interface TriageInput {
  reason: string;
  issueUrl?: string | undefined;
  expiresAt?: string | undefined;
  cause?: RegressionCause | undefined;
  expectedVersion?: number | undefined;
}

/** What a person's decision does to a regression. */
export interface Decision {
  /** The event in its life: `acknowledged`. */
  kind: "acknowledged" | "dismissed" | "reopened" | "fix-claimed";
  change: RegressionChange;
}

export interface TriageCall {
  ctx: ServiceContext;
  id: string;
  input: TriageInput;
}

/** The rule of one verb: what it changes, null where it is so already; throws where it may not be. */
type Decide = (row: WholeRegressionRow, input: TriageInput, now: Date) => Decision | null;

/**
 * Carries out what a person decides on a regression, in one transaction with its audit entry, its event and the marks
 * that have it judged again. @throws NOT_FOUND, CONFLICT, PRECONDITION, INVALID
 */
export async function triage({ ctx, id, input }: TriageCall, decide: Decide): Promise<RegressionDetailDto> {
  requirePermission(ctx, "operate");
  const seen = await findRegression(queryableOf(ctx.db), id);
  if (seen === null) throw notFound("There is no regression with this id.");
  await withTransaction(ctx, async (tx, pad) => {
    // The judge holds the same lock: what it writes and what a person writes come one after the other.
    await lockBoard(tx, seen.releaseId);
    const row = await findRegression(tx, id);
    if (row === null) throw notFound("There is no regression with this id.");
    if (input.expectedVersion !== undefined && input.expectedVersion !== row.version) {
      throw new AppError("CONFLICT", `R-${row.number} was changed meanwhile; it is in version ${row.version} now.`, {
        extra: { version: row.version },
      });
    }
    const decision = decide(row, input, ctx.now());
    if (decision === null) return;
    await write(ctx, { tx, pad }, row, { decision, input });
  });
  return getRegression({ ctx, id });
}

async function write(
  ctx: ServiceContext,
  { tx, pad }: { tx: Tx; pad: JournalPad },
  row: WholeRegressionRow,
  { decision, input }: { decision: Decision; input: TriageInput },
): Promise<void> {
  const change: RegressionChange = {
    reason: input.reason,
    ...(input.issueUrl === undefined ? {} : { issueUrl: input.issueUrl }),
    ...(input.cause === undefined ? {} : { cause: input.cause }),
    ...decision.change,
  };
  if (!(await updateRegression(tx, row, change)))
    throw new AppError("CONFLICT", `R-${row.number} was changed meanwhile.`);
  const { reason, issueUrl, expiresAt, cause } = input;
  const data = { reason, issueUrl, expiresAt, cause };
  await insertRegressionEvents(tx, [
    { regressionId: row.id, at: ctx.now(), kind: decision.kind, actor: ctx.actor, summary: input.reason, data },
  ]);
  const mark = { clusterId: row.clusterId, releaseId: row.releaseId };
  await markCells(tx, [mark], row.kind === "signal" ? "signal" : "gate");
  await markReadiness(tx, [mark]);
  const { number, cluster, release, subject } = row;
  const state = decision.change.state ?? row.state;
  pad.recordAudit({
    action: `regression.${decision.kind}`,
    subjectKind: "regression",
    subjectId: row.id,
    data: { number, cluster, release, subject, ...data, before: row.state, after: state },
  });
  pad.publish({ kind: "regression", payload: { id: row.id, number, cluster, release, state } });
}
