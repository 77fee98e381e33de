import { applies, type JudgeContext, notesFor } from "./applies";
import { REQUIREMENTS } from "./catalogue/requirements";
import { type Checked, checkRequirement } from "./check-requirement";
import { coverageFinding } from "./coverage-finding";
import type { Finding, NodeVerdict } from "./finding";
import type { NodeProfile } from "./node-profile";
import type { Requirement } from "./requirement";
import { unreadConfigFinding } from "./unread-config";

/** Changed whenever a rule or a row of the catalogue changes what a node is judged to be. */
export const NODE_RULES_VERSION = "nodes-1";

export type NodeJudgement = { verdict: NodeVerdict; findings: readonly Finding[] };

const WEIGHT: Record<Finding["severity"], number> = { blocks: 0, missing: 1, risk: 2, info: 3 };

type Judged = { requirement: Requirement; checked: Checked };

/**
 * Judges a node for a release and the features its cluster uses.
 *
 * A blocking requirement that is not met makes the node incompatible. One that is not known leaves it unknown, as
 * does a release the catalogue does not cover: missing evidence is never compatible. Options of the kernel
 * configuration that could not be read become one finding together. `all` lists every requirement that applies,
 * also those that are met; otherwise only what a person should see, worst first.
 */
export function judgeNode(profile: NodeProfile, context: JudgeContext, { all = false } = {}): NodeJudgement {
  const judged = REQUIREMENTS.filter((requirement) => applies(requirement, profile, context)).map((requirement) => ({
    requirement,
    checked: checkRequirement(requirement.check, profile),
  }));
  const unread = judged.filter(isUnreadOption).map(({ requirement }) => requirement);
  const findings = [
    ...coverageFinding(context.release),
    ...judged.filter((row) => all || !isUnreadOption(row)).map((row) => findingOf(row, context)),
    ...unreadConfigFinding(unread),
  ];
  const worthSeeing = all ? findings : findings.filter(isWorthSeeing);
  return {
    verdict: verdictOf(findings),
    findings: worthSeeing.sort((a, b) => WEIGHT[a.severity] - WEIGHT[b.severity]),
  };
}

function isUnreadOption({ requirement, checked }: Judged): boolean {
  return requirement.check.kind === "config-enabled" && checked.outcome === "unknown";
}

function isWorthSeeing(finding: Finding): boolean {
  if (finding.outcome === "met") return false;
  return finding.outcome === "unmet" || finding.severity !== "info";
}

function findingOf({ requirement, checked }: Judged, context: JudgeContext): Finding {
  const notes = checked.outcome === "met" ? [] : notesFor(requirement, context);
  return {
    requirement: requirement.id,
    title: titleOf(requirement, checked),
    severity: severityOf(requirement, checked),
    outcome: checked.outcome,
    observed: checked.observed,
    needed: requirement.needed,
    detail: [requirement.why, ...notes.map((note) => note.text)].join(" "),
    source: requirement.source.url,
  };
}

function titleOf(requirement: Requirement, { outcome }: Checked): string {
  if (outcome === "met") return requirement.title;
  return outcome === "unmet" ? requirement.problem : `${requirement.title} not known`;
}

/** What is met does nothing to the verdict; what is not known does what its row says. */
function severityOf(requirement: Requirement, { outcome }: Checked): Finding["severity"] {
  if (outcome === "met") return "info";
  return outcome === "unmet" ? requirement.severity : requirement.whenUnknown;
}

function verdictOf(findings: readonly Finding[]): NodeVerdict {
  if (findings.some(({ severity }) => severity === "blocks")) return "incompatible";
  return findings.some(({ severity }) => severity === "missing") ? "unknown" : "compatible";
}
