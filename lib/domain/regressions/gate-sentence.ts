import { countWords, numberWords } from "../readiness/words";
import { newcombeUpper } from "../stats/newcombe";
import { zeroFailureBound } from "../stats/proportion";
import type { Card } from "./card";
import { differenceWords, pointsWords, shareWords } from "./figure-words";
import { RUN_INTEGRITY } from "./gate-cell";
import { surprise, type Told } from "./sentence-frame";

interface Counts {
  x: number;
  n: number;
}

const countsOf = (side: Card["baseline"]): Counts => ({ x: side?.x ?? 0, n: side?.n ?? 0 });

function ofRuns({ x, n }: Counts): string {
  return `${numberWords(x)} of ${countWords(n, "run")}`;
}

function stableWords(card: Card): string {
  const stable = countsOf(card.baseline);
  if (stable.n === 0) return "no stable runs";
  const clusters = card.baseline?.clusters ?? 1;
  const on = clusters > 1 ? ` on ${countWords(clusters, "cluster")} alike` : "";
  return `stable: ${numberWords(stable.x)} of ${numberWords(stable.n)}${on}`;
}

function failedWords(card: Card): string {
  const how = card.channel === "first-try" ? "failed at the first try" : "failed after retries";
  return `${ofRuns(countsOf(card.candidate))} ${how} (${stableWords(card)}).`;
}

function differenceSentence({ estimate }: Card): readonly string[] {
  return estimate?.measure === "difference" ? [`Difference ${differenceWords(estimate)}.`] : [];
}

/** `11 of 12 failures are on kernel 5.10.`: the share is of the failures on all clusters. */
function explainWords({ explains = [] }: Told): readonly string[] {
  const [first] = explains;
  if (first === undefined) return [];
  const expected = first.expected === null ? "" : `, which has ${shareWords(first.expected)} of the runs`;
  return [`${shareWords(first.share)} of the failures are on ${first.label} ${first.value}${expected}.`];
}

function upperOf(card: Card): number | null {
  const [candidate, stable] = [countsOf(card.candidate), countsOf(card.baseline)];
  if (candidate.n === 0 || stable.n === 0) return null;
  return newcombeUpper({ x1: candidate.x, n1: candidate.n, x2: stable.x, n2: stable.n, confidence: 0.95 });
}

function ruledOut(card: Card): string {
  const upper = upperOf(card);
  if (upper === null) return "";
  return `the data rule out a failure rate more than ${pointsWords(upper)} above stable (95 %)`;
}

function cleanSentence(card: Card): string {
  return `${ofRuns(countsOf(card.candidate))} failed; ${ruledOut(card)}.`;
}

function insufficientSentence(card: Card): string {
  const { x, n } = countsOf(card.candidate);
  const more = card.power.runsNeeded;
  const seen = n === 0 ? "No run counts so far" : `${ofRuns({ x, n })} failed`;
  if (n > 0 && x === 0) {
    const bound = shareWords(zeroFailureBound(n, 0.95));
    const next = more === null ? "" : ` ${countWords(more, "more clean run")} would prove it no worse.`;
    return `${seen}; that still allows a failure rate of up to ${bound} (95 %).${next}`;
  }
  return `${seen}; too few to tell.${more === null ? "" : ` ${countWords(more, "more run")} needed.`}`;
}

function noDataSentence(card: Card): string {
  const quarantined = card.candidate.quarantined ?? 0;
  if (quarantined === 0) return "No run with the candidate.";
  const of = (card.candidate.n ?? 0) + quarantined;
  return `${numberWords(quarantined)} of ${countWords(of, "run")} belong to rounds that failed as a whole; the rest says too little.`;
}

function staleSentence(card: Card): string {
  return `${cleanSentence(card)} The newest run is too old to prove anything now.`;
}

function neverFailSentence(card: Card): string {
  const [what] = card.notes;
  if (card.subject === RUN_INTEGRITY) {
    return `${numberWords(card.candidate.x ?? 0)} of ${countWords(card.candidate.n ?? 0, "round")} failed as a whole. Twice is enough, without statistics.`;
  }
  return `${what ?? "Something was seen that must never happen."} One occurrence is enough, without statistics.`;
}

function suspectSentence(card: Card, told: Told): string {
  const next = card.nextLook === null ? "" : ` It is looked at again at ${card.nextLook}.`;
  const body = [failedWords(card), ...surprise(card), ...differenceSentence(card), ...explainWords(told)].join(" ");
  return `${body} Not enough to call it worse.${next}`;
}

function redSentence(card: Card, told: Told): string {
  if (card.channel === "never-fail") return neverFailSentence(card);
  if (card.channel === "absolute-rule") {
    return `${ofRuns(countsOf(card.candidate))} failed after retries. There are too few stable runs to compare with; fewer than 90 % passed.`;
  }
  return [failedWords(card), ...surprise(card), ...differenceSentence(card), ...explainWords(told)].join(" ");
}

/** What a card of a gate says, by its state without a waiver. */
export function gateSentence(card: Card, told: Told): string {
  switch (card.state) {
    case "FAILED_FIX":
      return `It failed again after the fix was claimed. ${redSentence(card, told)}`;
    case "SUSPECT":
      return card.channel === "absolute-rule"
        ? `${ofRuns(countsOf(card.candidate))} failed after retries; there are too few stable runs to compare with.`
        : suspectSentence(card, told);
    case "FIX_WAITING": {
      const more = card.power.runsNeeded;
      return `A fix was claimed; ${more === null ? "clean runs are" : `${countWords(more, "more clean run")} ${more === 1 ? "is" : "are"}`} needed to prove it.`;
    }
    case "INSUFFICIENT":
      return insufficientSentence(card);
    case "NO_DATA":
      return noDataSentence(card);
    case "STALE":
      return staleSentence(card);
    case "INCOMPARABLE":
      return ["Not compared.", ...card.notes].join(" ");
    case "NEW_NO_BASELINE":
      return `${ofRuns(countsOf(card.candidate))} failed; ${stableWords(card)}, too few to compare with.`;
    case "CLEAN":
      return cleanSentence(card);
    case "IMPROVED":
      return `${cleanSentence(card)} It fails less than before (${stableWords(card)}).`;
    default:
      return redSentence(card, told);
  }
}
