import { TIERS, type Tier } from "@/lib/domain/clusters/cluster";
import { AREAS, type Area } from "@/lib/domain/readiness/area";
import type { ReadinessItemDto } from "@/lib/domain/readiness/dto";
import { compareText } from "@/lib/domain/readiness/reason-order";
import { countVerdicts, type VerdictCounts } from "@/lib/domain/readiness/summary-sentence";
import { compareWorstFirst, type Verdict } from "@/lib/domain/readiness/verdict";
import type { Grouping } from "./board-params";
import { verdictInView } from "./filter-board";

/** Above this many clusters, a row for each hides more than it shows. */
export const ONE_MARK_ABOVE = 100;

export interface BoardGroup {
  key: string;
  /** Null: the clusters of every tier. */
  tier: Tier | null;
  /** Null: of every region, or of none, where `key` tells them apart. */
  region: string | null;
  /** Worst first, by name among equals. */
  items: ReadinessItemDto[];
  counts: VerdictCounts;
}

function worstFirst(items: readonly ReadinessItemDto[], areas: readonly Area[]): ReadinessItemDto[] {
  return items.toSorted(
    (a, b) => compareWorstFirst(verdictInView(a, areas), verdictInView(b, areas)) || compareText(a.cluster, b.cluster),
  );
}

function groupOf(
  place: Pick<BoardGroup, "tier" | "region">,
  items: readonly ReadinessItemDto[],
  areas: readonly Area[],
): BoardGroup {
  return {
    ...place,
    key: `${place.tier ?? "all"} ${place.region ?? ""}`.trim(),
    items: worstFirst(items, areas),
    counts: countVerdicts(items.map((item) => verdictInView(item, areas))),
  };
}

function byRegion(tier: Tier, items: readonly ReadinessItemDto[], areas: readonly Area[]): BoardGroup[] {
  const regions = Map.groupBy(items, ({ region }) => region);
  return [...regions]
    .sort(([a], [b]) => Number(a === null) - Number(b === null) || compareText(a ?? "", b ?? ""))
    .map(([region, members]) => groupOf({ tier, region }, members, areas));
}

/** The clusters in groups, tiers in their order; a group that would be empty is left out. */
export function groupBoard(
  items: readonly ReadinessItemDto[],
  grouping: Grouping,
  areas: readonly Area[],
): BoardGroup[] {
  if (items.length === 0) return [];
  if (grouping === "none") return [groupOf({ tier: null, region: null }, items, areas)];
  const tiers = Map.groupBy(items, ({ tier }) => tier);
  return TIERS.flatMap((tier) => {
    const members = tiers.get(tier) ?? [];
    if (members.length === 0) return [];
    return grouping === "region" ? byRegion(tier, members, areas) : [groupOf({ tier, region: null }, members, areas)];
  });
}

/** One area over many clusters: its worst verdict and how many have it. */
export interface AreaOfMany {
  verdict: Verdict;
  count: number;
  /** What comes after the worst, when that is not ready either. */
  next: { verdict: Verdict; count: number } | null;
}

/** Null where every one of the clusters declares that there is nothing to judge. */
export function areaOfMany(items: readonly ReadinessItemDto[], area: Area): AreaOfMany | null {
  const judged = items.map((item) => item.areas[area]).filter(({ notApplicable }) => !notApplicable);
  const counts = countVerdicts(judged.map(({ verdict }) => verdict));
  const present = (["blocked", "unproven", "review", "ready"] as const)
    .filter((verdict) => counts[verdict] > 0)
    .map((verdict) => ({ verdict, count: counts[verdict] }));
  const [worst, second] = present;
  if (worst === undefined) return null;
  return { ...worst, next: second === undefined || second.verdict === "ready" ? null : second };
}

/** The oldest evidence of any of the clusters. RFC 3339. */
export function oldestEvidence(items: readonly ReadinessItemDto[]): string | null {
  const times = items.flatMap(({ evidence }) => evidence.oldestAt ?? []);
  return times.sort(compareText)[0] ?? null;
}

/** The areas in view: those that were chosen, in the order of all. */
export function areasInView(chosen: readonly Area[]): readonly Area[] {
  return chosen.length === 0 ? AREAS : AREAS.filter((area) => chosen.includes(area));
}
