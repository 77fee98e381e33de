import type { Outcome } from "@/lib/domain/gates/gate-run";
import type { Severity } from "@/lib/domain/readiness/reason";
import { type MarkProps, StatusMark, StatusWord } from "./status-mark";
import {
  CASE_PRESENTATION,
  type CaseResult,
  NODE_VERDICT_PRESENTATION,
  type NodeVerdict,
  OUTCOME_PRESENTATION,
  PROGRESS_PRESENTATION,
  type Progress,
  SEVERITY_PRESENTATION,
} from "./status-presentation";

type WordProps = { strong?: boolean } & Omit<MarkProps, "decorative">;

/** What one gate run came to. */
export function OutcomeMark({ outcome, ...mark }: { outcome: Outcome } & MarkProps) {
  return <StatusMark presentation={OUTCOME_PRESENTATION[outcome]} {...mark} />;
}

export function OutcomeWord({ outcome, ...word }: { outcome: Outcome } & WordProps) {
  return <StatusWord presentation={OUTCOME_PRESENTATION[outcome]} {...word} />;
}

/** What one case of a run came to. */
export function CaseMark({ result, ...mark }: { result: CaseResult } & MarkProps) {
  return <StatusMark presentation={CASE_PRESENTATION[result]} {...mark} />;
}

export function CaseWord({ result, ...word }: { result: CaseResult } & WordProps) {
  return <StatusWord presentation={CASE_PRESENTATION[result]} {...word} />;
}

/** Whether a node can run the candidate. */
export function NodeVerdictMark({ verdict, ...mark }: { verdict: NodeVerdict } & MarkProps) {
  return <StatusMark presentation={NODE_VERDICT_PRESENTATION[verdict]} {...mark} />;
}

export function NodeVerdictWord({ verdict, ...word }: { verdict: NodeVerdict } & WordProps) {
  return <StatusWord presentation={NODE_VERDICT_PRESENTATION[verdict]} {...word} />;
}

/** What a reason does to the verdict. */
export function SeverityMark({ severity, ...mark }: { severity: Severity } & MarkProps) {
  return <StatusMark presentation={SEVERITY_PRESENTATION[severity]} {...mark} />;
}

/** Under way, held, going back, or not begun. */
export function ProgressMark({ progress, ...mark }: { progress: Progress } & MarkProps) {
  return <StatusMark presentation={PROGRESS_PRESENTATION[progress]} {...mark} />;
}

export function ProgressWord({ progress, ...word }: { progress: Progress } & WordProps) {
  return <StatusWord presentation={PROGRESS_PRESENTATION[progress]} {...word} />;
}
