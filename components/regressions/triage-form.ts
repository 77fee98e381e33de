import type { Triage } from "@/lib/queries/regressions";
import type { TriageAct } from "./triage-rules";
import { type CauseChoice, causeOf, endOfSpan, type Span } from "./triage-words";

/** What is typed into a triage dialog. */
export interface TriageForm {
  reason: string;
  issueUrl: string;
  cause: CauseChoice;
  span: Span;
}

export const EMPTY_TRIAGE: TriageForm = { reason: "", issueUrl: "", cause: "unknown", span: "14" };

/** Whether a browser could open it. */
export function isWebAddress(text: string): boolean {
  const address = URL.parse(text.trim());
  return address !== null && /^https?:$/.test(address.protocol);
}

/** What is wrong with what was typed, by the pointer of its field. */
export function triageProblems(act: TriageAct, form: TriageForm): Record<string, string> {
  const url = form.issueUrl.trim();
  const needsUrl = act === "link-issue";
  return {
    ...(form.reason.trim() === "" ? { "/reason": "Say it in a few words; it stands in the audit log." } : {}),
    ...(needsUrl && url === "" ? { "/issueUrl": "Give the address of the issue." } : {}),
    ...(url !== "" && !isWebAddress(url) ? { "/issueUrl": "An address that begins with https:// or http://." } : {}),
  };
}

/** What is sent: only what the act takes. */
export function triageBody(
  act: TriageAct,
  form: TriageForm,
  now: Date,
): Pick<Triage, "reason" | "issueUrl" | "cause" | "expiresAt"> {
  const url = form.issueUrl.trim();
  const cause = causeOf(form.cause);
  return {
    reason: form.reason.trim(),
    ...(url === "" || act === "reopen" ? {} : { issueUrl: url }),
    ...(cause === undefined || !(act === "acknowledge" || act === "dismiss") ? {} : { cause }),
    ...(act === "dismiss" ? { expiresAt: endOfSpan(form.span, now) } : {}),
  };
}
