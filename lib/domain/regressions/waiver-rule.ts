import { fisherMidP } from "../stats/fisher";
import type { RegressionKind } from "./regression";
import type { WaivedLevel, WaiverScope } from "./waiver";

/** A waiver as the rules need it. */
export interface WaiverFact {
  id: string;
  kind: RegressionKind;
  subject: string;
  scope: WaiverScope;
  /** By cluster, as it was when the waiver was written. */
  level: Readonly<Record<string, WaivedLevel>>;
  expiresAt: Date;
  revokedAt: Date | null;
  authorId: string;
  approvals: readonly { id: string }[];
  approvalsNeeded: number;
}

/** At most this probable, and a cell is worse than the level that was accepted (research/regressions.md §3.1.8). */
const WORSE_AT = 0.05;

/** Approvals of different persons, none of them the author. */
export function countedApprovals(waiver: Pick<WaiverFact, "authorId" | "approvals">): number {
  return new Set(waiver.approvals.map(({ id }) => id).filter((id) => id !== waiver.authorId)).size;
}

export function waiverStateOf(waiver: WaiverFact, now: Date): "proposed" | "active" | "expired" | "revoked" {
  if (waiver.revokedAt !== null) return "revoked";
  if (waiver.expiresAt.getTime() <= now.getTime()) return "expired";
  return countedApprovals(waiver) >= Math.max(1, waiver.approvalsNeeded) ? "active" : "proposed";
}

/** A subject that was waived in the release before needs two persons (research/regressions.md §3.1.8, as Sippy asks). */
export function approvalsNeeded(waivedInReleaseBefore: boolean): 1 | 2 {
  return waivedInReleaseBefore ? 2 : 1;
}

/** Whether the scope holds for a cluster with these labels. */
export function inScope(
  scope: WaiverScope,
  cluster: { name: string; labels: Readonly<Record<string, string>> },
): boolean {
  if (scope.kind === "fleet") return true;
  if (scope.kind === "cluster") return scope.cluster === cluster.name;
  return Object.entries(scope.labels).every(([label, value]) => cluster.labels[label] === value);
}

/** The level of the cluster; where it was not red then, what was accepted on the others, taken together. */
export function waivedLevelFor(waiver: Pick<WaiverFact, "level">, cluster: string): WaivedLevel | null {
  const own = waiver.level[cluster];
  if (own !== undefined) return own;
  const levels = Object.values(waiver.level);
  if (levels.length === 0) return null;
  const sum = (values: readonly (number | null)[]): number | null =>
    values.every((value) => value === null) ? null : values.reduce<number>((total, value) => total + (value ?? 0), 0);
  const ratios = levels.flatMap(({ ratio }) => (ratio === null ? [] : [ratio]));
  return {
    x: sum(levels.map(({ x }) => x)),
    n: sum(levels.map(({ n }) => n)),
    ratio: ratios.length === 0 ? null : ratios.reduce((total, ratio) => total + ratio, 0) / ratios.length,
  };
}

/** How bad a cell is now: counts of a gate, or the interval of a signal's ratio. */
export interface CurrentLevel {
  x: number | null;
  n: number | null;
  interval: { low: number; high: number } | null;
}

/**
 * Whether a cell is worse than the accepted level: for gates mid-p(candidate against the level) <= .05; for signals the
 * whole interval lies beyond the accepted ratio. A level that says nothing accepts nothing.
 */
export function worseThan(level: WaivedLevel, now: CurrentLevel): boolean {
  if (level.x !== null && level.n !== null && level.n > 0 && now.x !== null && now.n !== null) {
    return fisherMidP({ fail1: now.x, n1: now.n, fail0: level.x, n0: level.n }) <= WORSE_AT;
  }
  if (level.ratio === null || now.interval === null) return true;
  return level.ratio >= 1 ? now.interval.low > level.ratio : now.interval.high < level.ratio;
}
