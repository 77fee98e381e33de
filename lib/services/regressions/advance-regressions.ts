import { insertRegressionEvents, insertRegressionRuns } from "@/lib/db/regression-history";
import {
  insertRegression,
  type RegressionChange,
  refreshRegression,
  updateRegression,
  type WholeRegressionRow,
} from "@/lib/db/regressions";
import type { Tx } from "@/lib/db/transaction";
import { canonicalJson } from "@/lib/domain/audit/canonical-json";
import type { JudgedCell } from "@/lib/domain/regressions/judged-cell";
import { advance, type Change, isHeldReal } from "@/lib/domain/regressions/life-cycle";
import type { JournalPad, ServiceContext } from "../context";
import { levelsOf } from "./board-input";
import type { Candidate } from "./candidates";
import type { JudgedBoardCell } from "./judged-board-cell";

interface Work {
  tx: Tx;
  pad: JournalPad;
}

/** Events of single regressions are told up to here; beyond, listeners look at the whole release again. */
const TOLD_ONE_BY_ONE = 20;

/**
 * Takes the regressions of a candidate one look further: opens, worsens, reopens, resolves. Returns the clusters on which
 * something happened.
 */
export async function advanceRegressions(
  ctx: ServiceContext,
  work: Work,
  board: {
    candidate: Candidate;
    cells: readonly JudgedBoardCell[];
    regressions: ReadonlyMap<string, WholeRegressionRow>;
  },
): Promise<Set<number>> {
  const { candidate, regressions } = board;
  const byKey = new Map(board.cells.map((cell) => [cell.key, cell]));
  const held = board.cells.filter(({ judged }) => isHeldReal(judged)).map(({ key }) => key);
  const told: Told[] = [];
  for (const key of new Set([...regressions.keys(), ...held])) {
    const happened = await advanceOne(ctx, work, candidate, {
      cell: byKey.get(key) ?? null,
      row: regressions.get(key) ?? null,
    });
    if (happened !== null) told.push(happened);
  }
  publish(work.pad, candidate, told);
  return new Set(told.map(({ clusterId }) => clusterId));
}

interface Told {
  id: string;
  number: number;
  clusterId: number;
  cluster: string;
  state: string;
}

async function advanceOne(
  ctx: ServiceContext,
  work: Work,
  candidate: Candidate,
  { cell, row }: { cell: JudgedBoardCell | null; row: WholeRegressionRow | null },
): Promise<Told | null> {
  const judged = cell?.judged ?? null;
  const now = ctx.now();
  const current = row && { ...row, ...levelsOf(row) };
  const change = advance(current, judged, { now, superseded: candidate.superseded });
  const target =
    change.kind === "opened" && cell !== null
      ? await open(ctx, work.tx, candidate, { cell, change })
      : row === null
        ? null
        : await carryOn(work.tx, row, { change, judged, now });
  if (target === null) return null;
  if (judged !== null && isHeldReal(judged)) {
    const runs = judged.failedRunIds.map((runId) => ({ regressionId: target.id, runId }));
    await insertRegressionRuns(work.tx, runs);
  }
  if (change.kind === "none") return target.changed ? target : null;
  if (change.kind !== "updated") await tell(ctx, work, candidate, { change, target, judged });
  return target;
}

async function tell(
  ctx: ServiceContext,
  { tx, pad }: Work,
  candidate: Candidate,
  { change, target, judged }: { change: Exclude<Change, { kind: "none" }>; target: Told; judged: JudgedCell | null },
): Promise<void> {
  const { kind, summary } = change;
  await insertRegressionEvents(tx, [{ regressionId: target.id, at: ctx.now(), kind, actor: ctx.actor, summary }]);
  const { number, cluster, state } = target;
  pad.recordAudit({
    action: `regression.${kind}`,
    subjectKind: "regression",
    subjectId: target.id,
    data: { number, cluster, release: candidate.version, subject: judged?.subject ?? null, state, summary },
  });
}

async function open(
  ctx: ServiceContext,
  tx: Tx,
  candidate: Candidate,
  { cell: { judged, from }, change }: { cell: JudgedBoardCell; change: Exclude<Change, { kind: "none" }> },
): Promise<Target> {
  const id = ctx.newId();
  const number = await insertRegression(tx, {
    id,
    clusterId: from.clusterId,
    releaseId: candidate.id,
    baseline: candidate.baseline,
    kind: judged.kind,
    subject: judged.subject,
    ...{ cause: null, issueUrl: null, reason: null, expiresAt: null, fixClaimedAt: null },
    ...{ closedAt: null, closeReason: null, dismissedLevel: null, level: judged.level },
    ...figuresOf(judged, ctx.now()),
    firstSeenAt: ctx.now(),
    state: "open",
    cellState: judged.unwaived,
    ...change.patch,
  });
  if (number === null) throw new Error(`two regressions of ${judged.subject} on ${judged.cluster}`);
  return { id, number, clusterId: from.clusterId, cluster: judged.cluster, state: "open", changed: true };
}

type Target = Told & { changed: boolean };

/** Changes the row that is there, or brings its figures up to date; a regression that is over keeps its last ones. */
async function carryOn(
  tx: Tx,
  row: WholeRegressionRow,
  { change, judged, now }: { change: Change; judged: JudgedCell | null; now: Date },
): Promise<Target | null> {
  const { id, number, clusterId, cluster } = row;
  const told = { id, number, clusterId, cluster };
  if (change.kind === "none") {
    const isAlive = row.state === "open" || row.state === "acknowledged";
    if (!isAlive || judged === null) return null;
    const ended = acknowledgementEnded(row, now);
    const figures = figuresOf(judged, row.lastSeenAt);
    const differs = saysElse(row, figures);
    if (ended !== null) await updateRegression(tx, row, { ...figures, ...ended });
    else if (differs) await refreshRegression(tx, id, figures);
    return { ...told, state: ended === null ? row.state : "open", changed: differs || ended !== null };
  }
  const keepsFigures = change.kind === "resolved" || judged === null;
  const figures = keepsFigures ? {} : figuresOf(judged, row.lastSeenAt);
  if (!(await updateRegression(tx, row, { ...figures, ...change.patch }))) {
    throw new Error(`R-${number} was changed while its board was locked`);
  }
  return { ...told, state: change.patch.state ?? row.state, changed: true };
}

/** Somebody looked after it until then; now nobody does. */
function acknowledgementEnded(row: WholeRegressionRow, now: Date): RegressionChange | null {
  if (row.state !== "acknowledged" || row.expiresAt === null || row.expiresAt > now) return null;
  return { state: "open", expiresAt: null };
}

function figuresOf(cell: JudgedCell, seenAt: Date) {
  const { area, direction, baselineValue, candidateValue, effect, sentence, explains, card } = cell;
  const evidenceAt = isHeldReal(cell) && card.candidate.to !== null ? new Date(card.candidate.to) : seenAt;
  return {
    ...{ area, direction, baselineValue, candidateValue, effect, sentence, explains, card },
    severity: cell.severity ?? "risk",
    pValue: cell.p,
    qValue: cell.q,
    lastSeenAt: evidenceAt,
  } satisfies RegressionChange;
}

function saysElse(row: WholeRegressionRow, figures: ReturnType<typeof figuresOf>): boolean {
  const told = ({
    card,
    sentence,
    explains,
    severity,
  }: Pick<WholeRegressionRow, "card" | "sentence" | "explains" | "severity">) =>
    canonicalJson({ card, sentence, explains, severity });
  return told(row) !== told(figures);
}

function publish(pad: JournalPad, candidate: Candidate, told: readonly Told[]): void {
  const release = candidate.version;
  if (told.length > TOLD_ONE_BY_ONE) {
    pad.publish({ kind: "regression", payload: { release, changed: told.length } });
    return;
  }
  for (const { id, number, cluster, state } of told) {
    pad.publish({ kind: "regression", payload: { id, number, cluster, release, state } });
  }
}
