import type { RegressionCause, RegressionState } from "@/lib/domain/regressions/regression";
import type { WaiverScope } from "@/lib/domain/regressions/waiver";
import type { TriageAct } from "./triage-rules";

interface ActWords {
  title: string;
  /** What it does, and what it does not. */
  means: string;
  reasonLabel: string;
  reasonHint: string;
  submit: string;
}

/** What is asked before an act, in its own words. `name` is the regression: R-214. */
export function actWords(act: Exclude<TriageAct, "waive">, name: string): ActWords {
  switch (act) {
    case "acknowledge":
      return {
        title: `Acknowledge ${name}`,
        means: "You look after it. It goes on holding the cluster until clean evidence resolves it.",
        reasonLabel: "What is being done",
        reasonHint: "For whoever sees it next: “Azure image 6.8 on 12 Jun”.",
        submit: "Acknowledge",
      };
    case "dismiss":
      return {
        title: `Dismiss ${name}?`,
        means:
          "You say that it is not real. It holds nothing any more, until it is worse than now or the time is over.",
        reasonLabel: "Why it is not real",
        reasonHint: "It stands in the audit log and counts in the calibration.",
        submit: "Dismiss it",
      };
    case "claim-fix":
      return {
        title: `Claim a fix of ${name}`,
        means:
          "You say that it is fixed from now on. It goes on holding the cluster: only clean evidence after now resolves it, and a failure after now is a failed fix.",
        reasonLabel: "What fixed it",
        reasonHint: "A change, an image, a pull request.",
        submit: "Claim the fix",
      };
    case "link-issue":
      return {
        title: `Link an issue to ${name}`,
        means: "Where it is worked on. This also acknowledges it.",
        reasonLabel: "What the issue says of it",
        reasonHint: "“Same drop reason on the same kernel”.",
        submit: "Link the issue",
      };
    case "reopen":
      return {
        title: `Reopen ${name}?`,
        means: "Takes a dismissal, a claim of a fix or an end back. It holds its cluster again.",
        reasonLabel: "Why it is not over",
        reasonHint: "It stands in the audit log.",
        submit: "Reopen it",
      };
  }
}

export const CAUSES = [
  { value: "unknown", label: "not known yet" },
  { value: "product", label: "product: Cilium or its configuration" },
  { value: "infra", label: "infra: the platform beneath it" },
  { value: "test", label: "test: the check itself" },
  { value: "environment", label: "environment: traffic or a change of its own" },
] as const;
export type CauseChoice = (typeof CAUSES)[number]["value"];

export function causeOf(choice: CauseChoice): RegressionCause | undefined {
  return choice === "unknown" ? undefined : choice;
}

/** Days from now, for `Until`. */
export const SPANS = [
  { value: "7", label: "7 days" },
  { value: "14", label: "14 days" },
  { value: "30", label: "30 days" },
] as const;
export type Span = (typeof SPANS)[number]["value"];

const DAY_MS = 24 * 3_600_000;

/** A browser's clock may be ahead of the server's, which takes no more than 30 days. */
const CLOCK_SLACK_MS = 5 * 60_000;

/** The end of a span from `now`. RFC 3339. */
export function endOfSpan(span: Span, now: Date): string {
  return new Date(now.getTime() + Number(span) * DAY_MS - CLOCK_SLACK_MS).toISOString();
}

/** "eu-prod-3", "clusters with region=eu-west-1", "every cluster". */
export function scopeWords(scope: WaiverScope): string {
  if (scope.kind === "cluster") return scope.cluster;
  if (scope.kind === "fleet") return "every cluster";
  const labels = Object.entries(scope.labels).map(([name, value]) => `${name}=${value}`);
  return labels.length === 0 ? "every cluster" : `clusters with ${labels.join(", ")}`;
}

/** `a=1, b=2` as labels; null when a part is not name=value, or there is none. */
export function labelsOf(text: string): Record<string, string> | null {
  const parts = text
    .split(/[,\s]+/)
    .filter(Boolean)
    .map((part) => /^([^=]+)=([^=]*)$/.exec(part));
  if (parts.length === 0 || parts.includes(null)) return null;
  return Object.fromEntries(parts.flatMap((part) => (part === null ? [] : [[part[1] ?? "", part[2] ?? ""]])));
}

const STATE_ANSWER: Readonly<Record<RegressionState, string>> = {
  open: "open: nobody looks after it yet",
  acknowledged: "acknowledged",
  resolved: "resolved",
  dismissed: "dismissed",
};

/** The state as the life cycle says it. */
export function stateWords(state: RegressionState): string {
  return STATE_ANSWER[state];
}

/** `cilium #36572` for an issue on GitHub, else the host and the last part of the path. */
export function issueLabel(url: string): string {
  const address = URL.parse(url);
  if (address === null) return url;
  const [owner, repository, kind, number] = address.pathname.split("/").filter(Boolean);
  const isIssue = address.hostname === "github.com" && (kind === "issues" || kind === "pull") && number !== undefined;
  if (isIssue) return owner === repository ? `${repository} #${number}` : `${owner}/${repository} #${number}`;
  const last = address.pathname.split("/").findLast(Boolean);
  return last === undefined ? address.hostname : `${address.hostname} ${last}`;
}
