import type { Tier } from "../../clusters/cluster";
import type { Mesh } from "../../clusters/feature";
import type { Area } from "../../readiness/area";
import type { Gate } from "../gate";

/*
 * A production cluster is judged while it still runs the baseline, and real traffic crosses it. Its gates are therefore
 * those that need no agent of the candidate and disturb nothing: what renders, what validates, what is measured. How the
 * candidate behaves is proven on gating and canary clusters, and destructive load, soak and downgrade stay there.
 */
export const EVERY_TIER: readonly Tier[] = ["gating", "canary", "production"];
export const BEFORE_PRODUCTION: readonly Tier[] = ["gating", "canary"];
/** What a canary's own traffic would suffer from: a fresh install, ports and tables filled on purpose. */
export const GATING_ONLY: readonly Tier[] = ["gating"];
/** Runs are judged where they exist; an operator requires the gate where the feature is in use. */
export const ON_REQUEST: readonly Tier[] = [];

const DAY = 24;
export const TWO_DAYS = 2 * DAY;
export const ONE_WEEK = 7 * DAY;
export const TWO_WEEKS = 14 * DAY;

interface CatalogueEntry {
  id: string;
  title: string;
  requiredFor: readonly Tier[];
  minRuns: number;
  maxAgeHours: number;
  proves: string;
  tool: string;
  mesh?: Mesh;
}

/**
 * The gates of one area. Every judged run must have passed: with at most five runs a lower rate would either forgive
 * nothing (0.95 of 5 is 5) or one failure in five, which no datapath should be granted.
 */
export function catalogueGates(area: Area, entries: readonly CatalogueEntry[]): readonly Gate[] {
  return entries.map((entry) => ({
    ...entry,
    area,
    requiredFor: [...entry.requiredFor],
    passRate: 1,
    mesh: entry.mesh ?? null,
    origin: "catalogue",
  }));
}
