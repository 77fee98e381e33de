import { ROLES, type Role } from "@/lib/domain/auth/actor";
import type { RegressionDto } from "@/lib/domain/regressions/dto";
import type { WaiverDto } from "@/lib/domain/regressions/waiver";

/** What a person can do with a regression. */
export const TRIAGE_ACTS = ["acknowledge", "dismiss", "claim-fix", "link-issue", "waive", "reopen"] as const;
export type TriageAct = (typeof TRIAGE_ACTS)[number];

export const ACT_LABEL: Readonly<Record<TriageAct, string>> = {
  acknowledge: "Acknowledge…",
  dismiss: "Dismiss…",
  "claim-fix": "Claim a fix…",
  "link-issue": "Link issue…",
  waive: "Ask for a waiver…",
  reopen: "Reopen…",
};

type Standing = Pick<RegressionDto, "state" | "fixClaimedAt" | "waived" | "release">;

/** Whether it is neither resolved nor dismissed: it still says something about its cluster. */
export function isAlive({ state }: Pick<RegressionDto, "state">): boolean {
  return state === "open" || state === "acknowledged";
}

/** What can be done as it stands, what is asked for most first. */
export function actsFor(regression: Standing): TriageAct[] {
  if (!isAlive(regression)) return ["reopen"];
  const claimed = regression.fixClaimedAt !== null;
  const next: TriageAct[] = regression.state === "open" ? ["acknowledge", "claim-fix"] : ["claim-fix"];
  return [
    ...next.filter((act) => !(claimed && act === "claim-fix")),
    ...(claimed ? (["reopen"] as const) : []),
    "dismiss",
    "link-issue",
    ...(regression.waived ? [] : (["waive"] as const)),
  ];
}

/** Why a role may not do it, and who may; undefined when it may. */
export function roleReason(role: Role, least: "operator" | "approver", what: string): string | undefined {
  if (ROLES.indexOf(role) >= ROLES.indexOf(least)) return undefined;
  return `Only ${least === "operator" ? "operators" : "approvers"} and above ${what}; your role is ${role}.`;
}

/** Why this person may not approve this waiver; undefined when they may. */
export function approvalReason(viewer: { id: string; role: Role }, waiver: WaiverDto): string | undefined {
  if (waiver.author.kind === "user" && waiver.author.id === viewer.id) {
    return "You asked for it; somebody else must approve it.";
  }
  if (waiver.approvals.some(({ kind, id }) => kind === "user" && id === viewer.id)) {
    return "You approved it; a second person must too.";
  }
  return roleReason(viewer.role, "approver", "approve waivers");
}
