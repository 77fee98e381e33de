import type { Area } from "@/lib/domain/readiness/area";
import { CELL_STATES, type CellState } from "@/lib/domain/regressions/cell-state";
import type { RegressionDto, RegressionGroupDto } from "@/lib/domain/regressions/dto";
import type { RegressionKind, RegressionState } from "@/lib/domain/regressions/regression";
import { isAlive } from "./triage-rules";

export interface ListFilters {
  q: string;
  state: readonly RegressionState[];
  kind: readonly RegressionKind[];
  area: readonly Area[];
  cluster: readonly string[];
  subject: string | null;
}

/** A group as the filters leave it: only the clusters in view, and what is worst among them. */
export interface RegressionGroup extends RegressionGroupDto {
  id: string;
}

export interface FilteredRegressions {
  groups: RegressionGroup[];
  /** How many regressions each state's chip would leave, with all the other filters as they are. */
  counts: Record<RegressionState, number>;
}

const RANK = new Map<CellState, number>(CELL_STATES.map((state, at) => [state, at]));

/** What the rules say of it, and what people decided to live with over it. */
export function shownState({ cellState, waived }: Pick<RegressionDto, "cellState" | "waived">): CellState {
  return waived ? "WAIVED" : cellState;
}

function rankOf(state: CellState): number {
  return RANK.get(state) ?? CELL_STATES.length;
}

/** Same subject, same row. */
export function groupId({ kind, subject }: Pick<RegressionGroupDto, "kind" | "subject">): string {
  return `${kind}:${subject}`;
}

/** An empty choice lets everything through. */
function isAmong<T>(chosen: readonly T[], value: T): boolean {
  return chosen.length === 0 || chosen.includes(value);
}

/** Those that nobody ended before those that somebody did, then what the rules hold to be worst, then by q. */
function worstFirst(a: RegressionDto, b: RegressionDto): number {
  return (
    Number(isAlive(b)) - Number(isAlive(a)) ||
    rankOf(shownState(a)) - rankOf(shownState(b)) ||
    (a.qValue ?? 1) - (b.qValue ?? 1) ||
    a.cluster.localeCompare(b.cluster, "en", { numeric: true })
  );
}

function textOf(group: RegressionGroupDto, item: RegressionDto): string {
  const explains = item.explains.flatMap(({ label, value }) => [label, value]);
  const own = [item.cluster, `R-${item.number}`, item.issueUrl ?? "", item.owner ?? "", item.reason ?? ""];
  return [group.title, group.subject, ...own, ...explains].join(" ").toLowerCase();
}

function ofItems(group: RegressionGroupDto, items: readonly RegressionDto[]): RegressionGroup[] {
  const sorted = items.toSorted(worstFirst);
  const [worst] = sorted;
  if (worst === undefined) return [];
  const firstSeenAt = sorted.map((item) => item.firstSeenAt).toSorted()[0] ?? worst.firstSeenAt;
  const severity = sorted.some((item) => item.severity === "blocks") ? "blocks" : "risk";
  return [{ ...group, id: groupId(group), items: sorted, worst: shownState(worst), severity, firstSeenAt }];
}

function byWorst(a: RegressionGroup, b: RegressionGroup): number {
  const [first, second] = [a.items[0], b.items[0]];
  const alive = first === undefined || second === undefined ? 0 : Number(isAlive(second)) - Number(isAlive(first));
  return (
    alive ||
    rankOf(a.worst) - rankOf(b.worst) ||
    b.items.length - a.items.length ||
    a.title.localeCompare(b.title, "en", { numeric: true })
  );
}

function isInState(chosen: readonly RegressionState[], item: RegressionDto): boolean {
  return chosen.length === 0 ? isAlive(item) : chosen.includes(item.state);
}

/** The groups that the filters leave, worst first, and how many regressions of each state there are. */
export function filterRegressions(groups: readonly RegressionGroupDto[], filters: ListFilters): FilteredRegressions {
  const words = filters.q.toLowerCase().split(/\s+/).filter(Boolean);
  const counts = { open: 0, acknowledged: 0, resolved: 0, dismissed: 0 };
  const left: RegressionGroup[] = [];
  for (const group of groups) {
    const isWanted =
      isAmong(filters.kind, group.kind) &&
      isAmong(filters.area, group.area) &&
      (filters.subject === null || filters.subject === group.subject);
    if (!isWanted) continue;
    const items = group.items.filter((item) => {
      if (!isAmong(filters.cluster, item.cluster)) return false;
      const text = words.length === 0 ? "" : textOf(group, item);
      return words.every((word) => text.includes(word));
    });
    for (const { state } of items) counts[state] += 1;
    left.push(
      ...ofItems(
        group,
        items.filter((item) => isInState(filters.state, item)),
      ),
    );
  }
  return { groups: left.toSorted(byWorst), counts };
}

/** The values of a filter with how many regressions nobody ended have each; values of the others count too, as 0. */
export function choicesOf(
  groups: readonly RegressionGroupDto[],
  pick: (item: RegressionDto) => string,
): { value: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const item of groups.flatMap(({ items }) => items)) {
    const value = pick(item);
    counts.set(value, (counts.get(value) ?? 0) + (isAlive(item) ? 1 : 0));
  }
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => a.value.localeCompare(b.value, "en", { numeric: true }));
}
