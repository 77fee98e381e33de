import type { Tier } from "@/lib/domain/clusters/cluster";
import type { Area } from "@/lib/domain/readiness/area";
import type { CauseDto, ReadinessItemDto } from "@/lib/domain/readiness/dto";
import { countVerdicts, type VerdictCounts } from "@/lib/domain/readiness/summary-sentence";
import { type Verdict, worstVerdict } from "@/lib/domain/readiness/verdict";
import { kernelSeries } from "./kernel-series";

export interface BoardFilters {
  q: string;
  verdict: readonly Verdict[];
  tier: readonly Tier[];
  area: readonly Area[];
  region: readonly string[];
  kernel: readonly string[];
  cause: string | null;
}

/** Stands in the address for one cause. */
export function causeKey({ code, subject }: Pick<CauseDto, "code" | "subject">): string {
  return `${code}~${subject}`;
}

/** The verdict in view: the cluster's own, or the worst of the areas that were chosen. */
export function verdictInView(item: ReadinessItemDto, areas: readonly Area[]): Verdict {
  return areas.length === 0 ? item.verdict : worstVerdict(areas.map((area) => item.areas[area].verdict));
}

function textOf({ cluster, region, provider, kernels }: ReadinessItemDto): string {
  return [cluster, region, provider, ...kernels.map(({ release }) => release)].join(" ").toLowerCase();
}

/** An empty choice lets everything through. */
function isAmong<Value>(chosen: readonly Value[], values: readonly Value[]): boolean {
  return chosen.length === 0 || values.some((value) => chosen.includes(value));
}

function matches(item: ReadinessItemDto, filters: BoardFilters, held: ReadonlySet<string> | null): boolean {
  const words = filters.q.toLowerCase().split(/\s+/).filter(Boolean);
  const text = words.length === 0 ? "" : textOf(item);
  return (
    isAmong(filters.tier, [item.tier]) &&
    isAmong(filters.region, item.region === null ? [] : [item.region]) &&
    isAmong(
      filters.kernel,
      item.kernels.map(({ release }) => kernelSeries(release)),
    ) &&
    (held === null || held.has(item.cluster)) &&
    words.every((word) => text.includes(word))
  );
}

export interface FilteredBoard {
  items: ReadinessItemDto[];
  /** What each verdict's chip would leave, with all the other filters as they are. */
  counts: VerdictCounts;
}

/** The clusters that the filters leave, in their order. */
export function filterBoard(
  items: readonly ReadinessItemDto[],
  causes: readonly CauseDto[],
  filters: BoardFilters,
): FilteredBoard {
  const cause = causes.find((one) => causeKey(one) === filters.cause);
  const held = filters.cause === null ? null : new Set(cause?.clusters);
  const left = items.filter((item) => matches(item, filters, held));
  const inView = (item: ReadinessItemDto) => verdictInView(item, filters.area);
  return {
    items: left.filter((item) => isAmong(filters.verdict, [inView(item)])),
    counts: countVerdicts(left.map(inView)),
  };
}

/** Values of a filter with how many clusters have each, by value; numbers inside are compared as numbers. */
export function countValues(
  items: readonly ReadinessItemDto[],
  valuesOf: (item: ReadinessItemDto) => readonly string[],
): { value: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const item of items) {
    for (const value of new Set(valuesOf(item))) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => a.value.localeCompare(b.value, "en", { numeric: true }));
}
