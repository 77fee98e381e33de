import { gateEvidence, gateRunEvidence, regressionEvidence, signalEvidence } from "../readiness/evidence-link";
import type { Evidence, Reason } from "../readiness/reason";
import { dayWords, numberWords } from "../readiness/words";
import { isRed } from "./cell-state";
import { ratioWords } from "./figure-words";
import { RUN_INTEGRITY } from "./gate-cell";
import type { JudgedCell } from "./judged-cell";
import type { RegressionState } from "./regression";

/** A judged cell with the regression that is kept of it. */
export interface CellFinding {
  cell: JudgedCell;
  regression: {
    id: string;
    number: number;
    state: RegressionState;
    firstSeenAt: Date;
    /** Why it was acknowledged or dismissed. */
    reason: string | null;
  } | null;
}

const RUNS_SHOWN = 3;

function evidenceOf({ cell, regression }: CellFinding): Evidence[] {
  const own =
    cell.kind === "gate" ? gateEvidence(cell.subject, cell.cluster) : signalEvidence(cell.subject, cell.cluster);
  const isSynthetic = cell.subject === RUN_INTEGRITY;
  return [
    ...(regression === null ? [] : [regressionEvidence(regression.id, regression.number)]),
    ...cell.failedRunIds.slice(0, RUNS_SHOWN).map(gateRunEvidence),
    ...(isSynthetic ? [] : [own]),
  ];
}

function codeOf({ state, unwaived, card: { channel } }: JudgedCell): string {
  if (state === "WAIVED") return "waived";
  if (channel === "guardrail") return "guardrail";
  if (isRed(unwaived) || unwaived === "FIX_WAITING") return "regression";
  if (unwaived === "FLAKE_REGRESSED") return "flake-regressed";
  return unwaived === "NOVEL" ? "novel" : "suspect";
}

/** What it is called where it stands for many clusters: nothing of this cluster's figures. */
function causeOf({ kind, title, direction, card: { channel } }: JudgedCell): string {
  if (channel === "never-fail") return `${title} failed where nothing may fail`;
  if (channel === "guardrail") return `${title} beyond its limit`;
  if (channel === "novelty") return `${title}: something new`;
  if (channel === "first-try") return `${title} fails more often at first try`;
  if (kind === "gate") return `${title} fails more often`;
  return `${title} ${direction === "up" ? "rose" : "fell"}`;
}

function figuresOf(cell: JudgedCell): string {
  const { candidate, channel, notes } = cell.card;
  if (channel === "guardrail" || channel === "novelty") return notes[0] ?? causeOf(cell);
  if (channel === "never-fail") return `${cell.title}: ${notes[0] ?? "failed where nothing may fail"}`;
  if (cell.kind === "signal") return `${cell.title} ${ratioWords(cell.effect ?? 1)} times baseline`;
  const how = channel === "first-try" ? "failed at first try" : "failed";
  return `${cell.title} ${how} in ${numberWords(candidate.x ?? 0)} of ${numberWords(candidate.n ?? 0)} runs`;
}

/** What has to be known beside the figures: who decided what, and what is still open. */
function standingOf({ cell, regression }: CellFinding): string {
  if (cell.waiver !== null && cell.state === "WAIVED") return `, waived until ${dayWords(cell.waiver.expiresAt)}`;
  if (regression?.state === "dismissed" && !cell.worseThanDismissed) {
    return regression.reason === null ? ", dismissed" : `, dismissed: ${regression.reason}`;
  }
  if (cell.unwaived === "FAILED_FIX") return ", again after a fix was claimed";
  return cell.unwaived === "FIX_WAITING" ? ", a fix is claimed and not yet proven" : "";
}

/** A dismissed red is for a person to see, not to hold the cluster up; worse than dismissed it counts again. */
function severityOf({ cell, regression }: CellFinding): "blocks" | "risk" | null {
  const isDismissed = regression?.state === "dismissed" && !cell.worseThanDismissed;
  return isDismissed && cell.severity === "blocks" && cell.card.channel !== "guardrail" ? "risk" : cell.severity;
}

/** What a cell adds to the readiness of its cluster; null: nothing. */
export function reasonOfCell(finding: CellFinding): Reason | null {
  const { cell, regression } = finding;
  const severity = severityOf(finding);
  if (severity === null) return null;
  const since = regression?.firstSeenAt.toISOString() ?? cell.card.onset?.at;
  const fails = cell.kind === "gate" ? cell.level.x : null;
  return {
    area: cell.area,
    code: codeOf(cell),
    severity,
    subject: cell.subject,
    summary: `${figuresOf(cell).replace(/\.$/, "")}${standingOf(finding)}`,
    title: causeOf(cell),
    detail: cell.sentence,
    ...(fails === null || fails === 0 ? {} : { count: { value: fails, unit: "runs" as const } }),
    ...(since === undefined ? {} : { since }),
    evidence: evidenceOf(finding),
  };
}
