import type { RegressionDto } from "@/lib/domain/regressions/dto";
import type { CreateWaiverInput, WaiverScope } from "@/lib/domain/regressions/waiver";
import { isWebAddress } from "./triage-form";
import { endOfSpan, labelsOf, type Span } from "./triage-words";

export const SCOPES = [
  { value: "cluster", label: "only this cluster" },
  { value: "cohort", label: "clusters with these labels" },
  { value: "fleet", label: "every cluster" },
] as const;
export type ScopeChoice = (typeof SCOPES)[number]["value"];

/** What is typed into the dialog that asks for a waiver. */
export interface WaiverForm {
  scope: ScopeChoice;
  /** `name=value`, apart by commas or spaces. */
  labels: string;
  reason: string;
  url: string;
  span: Span;
}

export function waiverFormOf(): WaiverForm {
  return { scope: "cluster", labels: "", reason: "", url: "", span: "14" };
}

/** As in the rule for what is taken: a reason has at least three characters. */
const REASON_LEAST = 3;

/** What is wrong with what was typed, by the pointer of its field. */
export function waiverProblems(form: WaiverForm): Record<string, string> {
  const url = form.url.trim();
  const noLabels = form.scope === "cohort" && labelsOf(form.labels) === null;
  return {
    ...(form.reason.trim().length < REASON_LEAST ? { "/reason": "Say why, for whoever approves it." } : {}),
    ...(noLabels ? { "/scope/labels": "Labels as name=value, apart by commas." } : {}),
    ...(url !== "" && !isWebAddress(url) ? { "/url": "An address that begins with https:// or http://." } : {}),
  };
}

function scopeOf(form: WaiverForm, cluster: string): WaiverScope {
  if (form.scope === "cluster") return { kind: "cluster", cluster };
  return form.scope === "fleet" ? { kind: "fleet" } : { kind: "cohort", labels: labelsOf(form.labels) ?? {} };
}

/** What is sent for a waiver of what the regression is about. */
export function waiverInput(
  { release, kind, subject, cluster }: Pick<RegressionDto, "release" | "kind" | "subject" | "cluster">,
  form: WaiverForm,
  now: Date,
): CreateWaiverInput {
  const url = form.url.trim();
  return {
    release,
    kind,
    subject,
    scope: scopeOf(form, cluster),
    reason: form.reason.trim(),
    ...(url === "" ? {} : { url }),
    expiresAt: endOfSpan(form.span, now),
  };
}
