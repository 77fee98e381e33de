import type { Tier } from "../clusters/cluster";
import type { Cause } from "./causes";
import { compareText } from "./reason-order";
import { causesSentence, countVerdicts, fleetSentence } from "./summary-sentence";
import { compareWorstFirst, type Verdict } from "./verdict";
import { countWords, dayWords, instantWords, listWords } from "./words";

export interface MeetingCluster {
  cluster: string;
  tier: Tier;
  verdict: Verdict;
  /** The reason that decides, in words; null when the cluster is ready. */
  why: string | null;
}

export interface MeetingFacts {
  release: string;
  baseline: string | null;
  judgedAt: Date;
  policyVersion: string;
  evidenceCount: number;
  clusters: readonly MeetingCluster[];
  causes: readonly Cause[];
}

const CAUSES_SHOWN = 10;
const NAMES_SHOWN = 6;

/** In a table of Markdown a bar ends the cell, and names and titles are other people's text. */
function cell(text: string): string {
  return text.replaceAll("\\", "\\\\").replaceAll("|", "\\|").replaceAll(/\s+/g, " ");
}

function causeLine(cause: Cause): string {
  const { count } = cause;
  const unit = count?.value === 1 ? count.unit.slice(0, -1) : count?.unit;
  const facts = [
    listWords(cause.clusters, NAMES_SHOWN),
    ...(count ? [`${count.value} ${unit}`] : []),
    ...(cause.since === null ? [] : [`since ${dayWords(new Date(cause.since))}`]),
  ];
  return `- **${cause.verdict}** ${cause.title} (${cause.area}): ${facts.join("; ")}`;
}

function clusterTable(clusters: readonly MeetingCluster[]): string[] {
  const rows = [...clusters]
    .sort((a, b) => compareWorstFirst(a.verdict, b.verdict) || compareText(a.cluster, b.cluster))
    .map(({ cluster, tier, verdict, why }) => `| ${cluster} | ${tier} | ${verdict} | ${cell(why ?? "")} |`);
  return ["| Cluster | Tier | Verdict | Why |", "| --- | --- | --- | --- |", ...rows];
}

/** The state of the fleet as Markdown, to be pasted into the notes of a meeting. */
export function meetingSummary(facts: MeetingFacts): string {
  const counts = countVerdicts(facts.clusters.map(({ verdict }) => verdict));
  const ready = facts.clusters.filter(({ verdict }) => verdict === "ready").map(({ cluster }) => cluster);
  const held = facts.clusters.filter(({ verdict }) => verdict !== "ready");
  const second = causesSentence(facts.causes, counts);
  const hidden = facts.causes.length - CAUSES_SHOWN;
  const against = facts.baseline === null ? "" : ` against ${facts.baseline}`;
  const lines = [
    `## Cilium ${facts.release}${against}`,
    "",
    [fleetSentence(facts.release, counts), ...(second === null ? [] : [second])].join(" "),
    "",
    `Judged ${instantWords(facts.judgedAt)} from ${countWords(facts.evidenceCount, "evidence item")}, policy v${facts.policyVersion}.`,
  ];
  if (facts.causes.length > 0) {
    lines.push("", "### What holds the others", "", ...facts.causes.slice(0, CAUSES_SHOWN).map(causeLine));
    if (hidden > 0) lines.push(`- and ${countWords(hidden, "more cause")}`);
  }
  if (held.length > 0) lines.push("", "### Clusters that are not ready", "", ...clusterTable(held));
  if (ready.length > 0) lines.push("", `Ready: ${ready.sort(compareText).join(", ")}.`);
  return `${lines.join("\n")}\n`;
}
