import type { Verdict } from "@/lib/domain/readiness/verdict";

/** Fills of bars and ticks. Ready is at half strength: background, never the only cue. Unproven is an outline. */
export const VERDICT_FILL: Readonly<Record<Verdict, string>> = {
  ready: "bg-ready-half",
  review: "bg-review",
  unproven: "border border-unproven bg-bg",
  blocked: "bg-blocked",
};
