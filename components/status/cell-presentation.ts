import type { CellState } from "@/lib/domain/regressions/cell-state";
import type { RegressionState } from "@/lib/domain/regressions/regression";
import type { WaiverDto } from "@/lib/domain/regressions/waiver";
import type { Presentation } from "./status-presentation";

/**
 * What the rules say of a cell. The colour is what it does to the verdict: red blocks, amber is to decide, grey proves
 * nothing, teal proves something.
 */
export const CELL_PRESENTATION: Readonly<Record<CellState, Presentation>> = {
  FAILED_FIX: { shape: "octagon-cross", word: "failed fix", token: "blocked" },
  EXTREME: { shape: "octagon-cross", word: "extreme", token: "blocked" },
  REGRESSED: { shape: "octagon-cross", word: "regressed", token: "blocked" },
  SUSPECT: { shape: "triangle", word: "suspect", token: "review" },
  FLAKE_REGRESSED: { shape: "triangle", word: "flakier", token: "review" },
  NOVEL: { shape: "triangle", word: "novel", token: "review" },
  FIX_WAITING: { shape: "arc", word: "fix waiting", token: "running" },
  WAIVED: { shape: "triangle", word: "waived", token: "review" },
  INSUFFICIENT: { shape: "dashed-ring", word: "too few", token: "unproven" },
  NO_DATA: { shape: "dashed-ring", word: "no data", token: "unproven" },
  STALE: { shape: "clock", word: "stale", token: "unproven" },
  INCOMPARABLE: { shape: "dashed-ring", word: "incomparable", token: "unproven" },
  NEW_NO_BASELINE: { shape: "dashed-ring", word: "no baseline", token: "unproven" },
  CLEAN: { shape: "check-disc", word: "clean", token: "ready" },
  IMPROVED: { shape: "check-disc", word: "improved", token: "ready" },
};

/** Who looks after a regression, or how it ended. */
export const REGRESSION_STATE_PRESENTATION: Readonly<Record<RegressionState, Presentation>> = {
  open: { shape: "dashed-ring", word: "open", token: "unproven" },
  acknowledged: { shape: "small-ring", word: "acknowledged", token: "ink3" },
  resolved: { shape: "check-ring", word: "resolved", token: "ready" },
  dismissed: { shape: "bar-square", word: "dismissed", token: "held" },
};

/** Where a waiver stands. Only an active one holds. */
export const WAIVER_STATE_PRESENTATION: Readonly<Record<WaiverDto["state"], Presentation>> = {
  proposed: { shape: "dashed-ring", word: "proposed", token: "unproven" },
  active: { shape: "bar-square", word: "active", token: "held" },
  expired: { shape: "clock", word: "expired", token: "unproven" },
  revoked: { shape: "small-ring", word: "revoked", token: "ink3" },
};

/** How a cell looks; in a grid what is clean or improved is a thin ring. */
export function presentCell(state: CellState, place: { quiet?: boolean } = {}): Presentation {
  const presentation = CELL_PRESENTATION[state];
  return place.quiet && presentation.shape === "check-disc" ? { ...presentation, shape: "check-ring" } : presentation;
}
