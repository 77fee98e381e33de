import type { WholeRegressionRow } from "@/lib/db/regressions";
import { CardSchema } from "@/lib/domain/regressions/card";
import type { RegressionDetailDto } from "@/lib/domain/regressions/dto";
import { WaivedLevelSchema } from "@/lib/domain/regressions/waiver";
import { AppError } from "../errors";
import { type TriageCall, type TriageInput, triage } from "./triage";

const DAY_MS = 24 * 3_600_000;
/** As long as a waiver: who wants longer looks at it again. */
const DISMISSED_AT_MOST_DAYS = 30;

const isAlive = (row: WholeRegressionRow) => row.state === "open" || row.state === "acknowledged";

/** Somebody looks after it; it goes on holding its cluster. A second time the reason and the issue are replaced. */
export function acknowledgeRegression(call: TriageCall): Promise<RegressionDetailDto> {
  return triage(call, (row, input, now) => {
    if (!isAlive(row)) throw refused(row, "acknowledged");
    const isSame = row.state === "acknowledged" && row.reason === input.reason && !saysMore(row, input);
    if (isSame) return null;
    return { kind: "acknowledged", change: { state: "acknowledged", expiresAt: expiryOf(input, now) } };
  });
}

/** It is not real: it holds nothing until it is worse than now or the time is over. */
export function dismissRegression(call: TriageCall): Promise<RegressionDetailDto> {
  return triage(call, (row, input, now) => {
    if (row.state === "resolved") throw refused(row, "dismissed");
    const expiresAt = expiryOf(input, now);
    if (expiresAt !== null && expiresAt.getTime() > now.getTime() + DISMISSED_AT_MOST_DAYS * DAY_MS) {
      throw invalidExpiry(`A dismissal holds for at most ${DISMISSED_AT_MOST_DAYS} days.`);
    }
    const { channel } = CardSchema.parse(row.card);
    if (channel === "never-fail") {
      throw new AppError(
        "PRECONDITION",
        "One occurrence of this is proof enough, so it cannot be dismissed. Claim the fix when it is mended; clean runs after it resolve it.",
      );
    }
    if (row.state === "dismissed" && row.reason === input.reason && !saysMore(row, input)) return null;
    const dismissedLevel = WaivedLevelSchema.nullable().parse(row.level);
    const ends = { closedAt: now, closeReason: "dismissed" } as const;
    return { kind: "dismissed", change: { state: "dismissed", expiresAt, dismissedLevel, ...ends } };
  });
}

/** Takes a dismissal, an end or the claim of a fix back. */
export function reopenRegression(call: TriageCall): Promise<RegressionDetailDto> {
  return triage(call, (row) => {
    if (isAlive(row) && row.fixClaimedAt === null) {
      if (row.state === "open") return null;
      throw new AppError("CONFLICT", `R-${row.number} is acknowledged and alive; there is nothing to take back.`);
    }
    const change = { state: "open", closedAt: null, closeReason: null, fixClaimedAt: null } as const;
    return { kind: "reopened", change: { ...change, dismissedLevel: null, expiresAt: null } };
  });
}

/** It is fixed from now on; only clean evidence after now resolves it. A claim that stands is not made again. */
export function claimFix(call: TriageCall): Promise<RegressionDetailDto> {
  return triage(call, (row, input, now) => {
    if (!isAlive(row)) throw refused(row, "claimed to be fixed");
    if (row.fixClaimedAt !== null && row.cellState !== "FAILED_FIX") return null;
    return { kind: "fix-claimed", change: { fixClaimedAt: now, expiresAt: expiryOf(input, now) } };
  });
}

function saysMore(row: WholeRegressionRow, input: TriageInput): boolean {
  const expiry = input.expiresAt === undefined ? null : Date.parse(input.expiresAt);
  return (
    (input.issueUrl ?? row.issueUrl) !== row.issueUrl ||
    (input.cause ?? row.cause) !== row.cause ||
    expiry !== (row.expiresAt?.getTime() ?? null)
  );
}

function expiryOf(input: TriageInput, now: Date): Date | null {
  if (input.expiresAt === undefined) return null;
  const expiresAt = new Date(input.expiresAt);
  if (expiresAt > now) return expiresAt;
  throw invalidExpiry("expiresAt must be in the future.");
}

export function invalidExpiry(detail: string): AppError {
  return new AppError("INVALID", detail, { errors: [{ pointer: "/expiresAt", detail }] });
}

function refused(row: WholeRegressionRow, what: string): AppError {
  return new AppError("CONFLICT", `R-${row.number} is ${row.state}, so it cannot be ${what}. Reopen it first.`);
}
