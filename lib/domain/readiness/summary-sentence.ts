import type { Cause } from "./causes";
import type { Reason } from "./reason";
import type { Verdict } from "./verdict";
import { countWords, midSentence, numberWords } from "./words";

export type VerdictCounts = Record<Verdict, number>;

export function countVerdicts(verdicts: readonly Verdict[]): VerdictCounts {
  const counts: VerdictCounts = { ready: 0, review: 0, unproven: 0, blocked: 0 };
  for (const verdict of verdicts) counts[verdict] += 1;
  return counts;
}

function totalOf(counts: VerdictCounts): number {
  return counts.ready + counts.review + counts.unproven + counts.blocked;
}

function remainderWords({ blocked, unproven, review }: VerdictCounts): string {
  const parts = [
    { count: blocked, word: "blocked" },
    { count: unproven, word: "unproven" },
    { count: review, word: "to decide" },
  ];
  return parts
    .filter(({ count }) => count > 0)
    .map(({ count, word }) => `${numberWords(count)} ${word}`)
    .join(", ");
}

function onlyCluster(release: string, counts: VerdictCounts): string {
  if (counts.ready === 1) return `Yes. The only cluster can take ${release} now.`;
  const why = counts.blocked === 1 ? "it is blocked" : counts.unproven === 1 ? "it is unproven" : "it needs a decision";
  return `Not yet. The only cluster cannot take ${release} now; ${why}.`;
}

/** The answer to "can the fleet take it?", to be read aloud. */
export function fleetSentence(release: string, counts: VerdictCounts): string {
  const total = totalOf(counts);
  if (total === 0) return "No cluster is registered yet.";
  if (total === 1) return onlyCluster(release, counts);
  if (counts.ready === total) return `Yes. All ${numberWords(total)} clusters can take ${release} now.`;
  const able = counts.ready === 0 ? "None" : numberWords(counts.ready);
  return `Not yet. ${able} of ${numberWords(total)} clusters can take ${release} now; ${remainderWords(counts)}.`;
}

const SMALL_NUMBERS = ["No", "One", "Two", "Three"];
const CAUSES_SHOWN = 3;

/**
 * What holds the worst of the clusters, in a sentence: the first three causes by how many clusters each holds.
 * Null when every cluster is ready.
 */
export function causesSentence(causes: readonly Cause[], counts: VerdictCounts): string | null {
  const verdict = (["blocked", "unproven", "review"] as const).find((one) => counts[one] > 0);
  if (verdict === undefined) return null;
  const held = counts[verdict];
  const relevant = causes
    .filter((cause) => cause.verdict === verdict)
    .sort((a, b) => b.clusters.length - a.clusters.length);
  const shown = relevant.slice(0, CAUSES_SHOWN);
  if (shown.length === 0) return null;
  const reached = new Set(shown.flatMap((cause) => cause.clusters)).size;
  const listed = shown.map((cause) => `${midSentence(cause.title)} (${numberWords(cause.clusters.length)})`).join(", ");
  const state = verdict === "review" ? "undecided" : verdict;
  const number = SMALL_NUMBERS[shown.length] ?? numberWords(shown.length);
  const many =
    reached >= held
      ? `${held === 1 ? "the one" : `all ${numberWords(held)}`} ${state} cluster${held === 1 ? "" : "s"}`
      : `${numberWords(reached)} of ${countWords(held, `${state} cluster`)}`;
  return `${number} ${shown.length === 1 ? "cause holds" : "causes hold"} ${many}: ${listed}.`;
}

export interface ClusterSubject {
  cluster: string;
  release: string;
  verdict: Verdict;
  /** In the order of the judgement: what decides comes first. */
  reasons: readonly Reason[];
  evidenceCount: number;
}

const DECIDES: Record<Verdict, Reason["severity"] | null> = {
  blocked: "blocks",
  unproven: "missing",
  review: "risk",
  ready: null,
};

/** Why a verdict is what it is, in half a sentence: the first reason, and how many more weigh as much. */
export function whyWords(verdict: Verdict, reasons: readonly Reason[]): string {
  const deciding = reasons.filter((reason) => reason.severity === DECIDES[verdict]);
  const [first] = deciding;
  if (first === undefined) return "";
  const more = deciding.length - 1;
  return `${midSentence(first.summary)}${more === 0 ? "" : `, and ${countWords(more, "more reason")}`}`;
}

/** The answer to "why is this cluster not ready?", without its full stop: it is a title. */
export function clusterSentence({ cluster, release, verdict, reasons, evidenceCount }: ClusterSubject): string {
  if (verdict === "ready") return `${cluster} can take ${release} now`;
  if (verdict === "unproven" && evidenceCount === 0) {
    return `${cluster} is unproven: nothing has been reported for ${release}`;
  }
  const state = verdict === "review" ? "needs a decision" : `is ${verdict}`;
  const why = whyWords(verdict, reasons);
  return why === "" ? `${cluster} ${state}` : `${cluster} ${state}: ${why}`;
}
