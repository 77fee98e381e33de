import { AREAS, type Area } from "./area";
import type { Reason } from "./reason";
import { whyWords } from "./summary-sentence";
import type { Verdict } from "./verdict";

/** What of a judgement is compared with the one before. */
export interface ComparedJudgement {
  verdict: Verdict;
  areas: Record<Area, { verdict: Verdict }>;
  reasons: readonly Reason[];
}

/** A verdict that changed; `summary` follows the name of the cluster: `kernel is blocked: 14 nodes lack kernel BTF`. */
export interface VerdictChange {
  /** Null: the cluster's own verdict. */
  area: Area | null;
  /** Null: judged for the first time. */
  from: Verdict | null;
  to: Verdict;
  summary: string;
}

function changeTo(area: Area | null, from: Verdict | null, to: Verdict, reasons: readonly Reason[]): VerdictChange {
  const what = area === null ? "" : `${area} `;
  const state = to === "review" ? "needs a decision" : `is ${to}`;
  const why = whyWords(to, area === null ? reasons : reasons.filter((reason) => reason.area === area));
  return { area, from, to, summary: `${what}${state}${why === "" ? "" : `: ${why}`}` };
}

/** What changed between two judgements of one cluster; of a first judgement only its overall verdict is told. */
export function judgementChanges(before: ComparedJudgement | null, after: ComparedJudgement): VerdictChange[] {
  if (before === null) return [changeTo(null, null, after.verdict, after.reasons)];
  const overall =
    before.verdict === after.verdict ? [] : [changeTo(null, before.verdict, after.verdict, after.reasons)];
  const areas = AREAS.filter((area) => before.areas[area].verdict !== after.areas[area].verdict);
  return [
    ...overall,
    ...areas.map((area) => changeTo(area, before.areas[area].verdict, after.areas[area].verdict, after.reasons)),
  ];
}
