import type { CaseStatus, Outcome } from "@/lib/domain/gates/gate-run";
import type { Severity } from "@/lib/domain/readiness/reason";
import type { Verdict } from "@/lib/domain/readiness/verdict";

/** The shapes of `components/ui/shapes.tsx` that may stand for a state. */
export const SHAPES = [
  "check-disc",
  "check-ring",
  "triangle",
  "dashed-ring",
  "clock",
  "octagon-cross",
  "arc",
  "bar-square",
  "return-square",
  "small-ring",
] as const;
export type Shape = (typeof SHAPES)[number];

/** The colour tokens of `app/globals.css` that mean a state; `ink3` is the colour of no state. */
export const TOKENS = ["ready", "review", "unproven", "blocked", "running", "held", "ink3"] as const;
export type Token = (typeof TOKENS)[number];

/** How one state looks and what it is called. */
export interface Presentation {
  shape: Shape;
  word: string;
  token: Token;
}

export const VERDICT_PRESENTATION: Readonly<Record<Verdict, Presentation>> = {
  ready: { shape: "check-disc", word: "ready", token: "ready" },
  review: { shape: "triangle", word: "review", token: "review" },
  unproven: { shape: "dashed-ring", word: "unproven", token: "unproven" },
  blocked: { shape: "octagon-cross", word: "blocked", token: "blocked" },
};

/** `ready` in a grid is a thin ring: a healthy page stays calm. */
export const QUIET_READY: Presentation = { shape: "check-ring", word: "ready", token: "ready" };

/** Evidence that grew old: the verdict is `unproven`, the shape says why. */
export const STALE: Presentation = { shape: "clock", word: "unproven", token: "unproven" };

export const SEVERITY_PRESENTATION: Readonly<Record<Severity, Presentation>> = {
  blocks: { shape: "octagon-cross", word: "blocks", token: "blocked" },
  missing: { shape: "dashed-ring", word: "missing", token: "unproven" },
  risk: { shape: "triangle", word: "risk", token: "review" },
  info: { shape: "small-ring", word: "info", token: "ink3" },
};

export const OUTCOME_PRESENTATION: Readonly<Record<Outcome, Presentation>> = {
  passed: { shape: "check-disc", word: "passed", token: "ready" },
  failed: { shape: "octagon-cross", word: "failed", token: "blocked" },
  error: { shape: "octagon-cross", word: "error", token: "blocked" },
  inconclusive: { shape: "dashed-ring", word: "inconclusive", token: "unproven" },
};

/** What became of a case over all its attempts; `flaky` passed after it had failed. */
export type CaseResult = CaseStatus | "flaky";

export const CASE_PRESENTATION: Readonly<Record<CaseResult, Presentation>> = {
  passed: { shape: "check-ring", word: "passed", token: "ready" },
  failed: { shape: "octagon-cross", word: "failed", token: "blocked" },
  error: { shape: "octagon-cross", word: "error", token: "blocked" },
  flaky: { shape: "triangle", word: "flaky", token: "review" },
  skipped: { shape: "small-ring", word: "skipped", token: "ink3" },
};

export type NodeVerdict = "compatible" | "incompatible" | "unknown";

export const NODE_VERDICT_PRESENTATION: Readonly<Record<NodeVerdict, Presentation>> = {
  compatible: { shape: "check-disc", word: "compatible", token: "ready" },
  incompatible: { shape: "octagon-cross", word: "incompatible", token: "blocked" },
  unknown: { shape: "dashed-ring", word: "unknown", token: "unproven" },
};

/** Something that is under way, held, going back or not begun. */
export const PROGRESS_PRESENTATION = {
  running: { shape: "arc", word: "running", token: "running" },
  held: { shape: "bar-square", word: "held", token: "held" },
  reverting: { shape: "return-square", word: "reverting", token: "held" },
  planned: { shape: "small-ring", word: "planned", token: "ink3" },
} as const satisfies Record<string, Presentation>;
export type Progress = keyof typeof PROGRESS_PRESENTATION;

/** How a verdict looks, by where it stands and why it holds. */
export function presentVerdict(verdict: Verdict, place: { quiet?: boolean; stale?: boolean } = {}): Presentation {
  if (verdict === "ready" && place.quiet) return QUIET_READY;
  if (verdict === "unproven" && place.stale) return STALE;
  return VERDICT_PRESENTATION[verdict];
}
