import { applies, type JudgeContext, notesFor, type Target, targetOf } from "./applies";
import { REQUIREMENTS } from "./catalogue/requirements";
import { type Checked, checkRequirement } from "./check-requirement";
import { coverageFinding } from "./coverage-finding";
import type { Finding, NodeVerdict } from "./finding";
import type { NodeProfile } from "./node-profile";
import type { Requirement } from "./requirement";
import { type UnreadOption, unreadConfigFinding } from "./unread-config";

/** Changed whenever a rule or a row of the catalogue changes what a node is judged to be. */
export const NODE_RULES_VERSION = "nodes-1";

export type NodeJudgement = { verdict: NodeVerdict; findings: readonly Finding[] };

const WEIGHT: Record<Finding["severity"], number> = { blocks: 0, missing: 1, risk: 2, info: 3 };

type Judged = { requirement: Requirement; checked: Checked };

/**
 * Judges a node for a release and the features its cluster uses.
 *
 * A blocking requirement that is not met makes the node incompatible. One that is not known leaves it unknown, as
 * does a release the catalogue does not cover: missing evidence is never compatible (docs/decisions/003). Options
 * of the kernel configuration that could not be read become one finding together. `all` lists every requirement
 * that applies, also those that are met; otherwise only what a person should see, worst first.
 */
export function judgeNode(profile: NodeProfile, context: JudgeContext, { all = false } = {}): NodeJudgement {
  const target = targetOf(context);
  const judged = REQUIREMENTS.filter((requirement) => applies(requirement, profile, target)).map((requirement) => ({
    requirement,
    checked: checkRequirement(requirement.check, profile),
  }));
  const findings = [
    ...coverageFinding(context.release),
    ...judged.filter((row) => all || unreadOptions(row).length === 0).map((row) => findingOf(row, target)),
    ...unreadConfigFinding(judged.flatMap(unreadOptions)),
  ];
  const worthSeeing = all ? findings : findings.filter(isWorthSeeing);
  return {
    verdict: verdictOf(findings),
    findings: worthSeeing.sort((a, b) => WEIGHT[a.severity] - WEIGHT[b.severity]),
  };
}

function unreadOptions({ requirement: { check, severity }, checked }: Judged): UnreadOption[] {
  if (check.kind !== "config-enabled" || checked.outcome !== "unknown") return [];
  return [{ option: check.option, severity }];
}

function isWorthSeeing(finding: Finding): boolean {
  if (finding.outcome === "met") return false;
  return finding.outcome === "unmet" || finding.severity !== "info";
}

function findingOf({ requirement, checked }: Judged, target: Target): Finding {
  const notes = checked.outcome === "met" ? [] : notesFor(requirement, target);
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

/** What is met does nothing to the verdict; not to know is never better than not to have. */
function severityOf({ severity, whenUnknown }: Requirement, { outcome }: Checked): Finding["severity"] {
  if (outcome === "met") return "info";
  if (outcome === "unmet") return severity;
  return whenUnknown ?? (severity === "blocks" ? "missing" : severity);
}

function verdictOf(findings: readonly Finding[]): NodeVerdict {
  if (findings.some(({ severity }) => severity === "blocks")) return "incompatible";
  return findings.some(({ severity }) => severity === "missing") ? "unknown" : "compatible";
}
