import type { RegressionDto, RegressionGroupDto } from "@/lib/domain/regressions/dto";
import { isAlive } from "./triage-rules";

/** Where one stands among those that are alive, in the order of the list. */
export interface Position {
  /** Counted from one; null: it is not among them. */
  at: number | null;
  of: number;
  previous: RegressionDto | null;
  next: RegressionDto | null;
}

/** The neighbours of a regression. One that has ended stands before the first: the next is the first that is alive. */
export function positionOf(id: string, groups: readonly Pick<RegressionGroupDto, "items">[]): Position {
  const alive = groups.flatMap(({ items }) => items).filter(isAlive);
  const at = alive.findIndex((one) => one.id === id);
  return {
    at: at < 0 ? null : at + 1,
    of: alive.length,
    previous: at > 0 ? (alive[at - 1] ?? null) : null,
    next: alive[at + 1] ?? null,
  };
}

/** A gate that is red on the same cluster in the same area: perhaps the same cause, seen by another eye. */
export function linkedGate(
  regression: Pick<RegressionDto, "id" | "kind" | "cluster" | "area">,
  groups: readonly Pick<RegressionGroupDto, "items">[],
): RegressionDto | null {
  if (regression.kind === "gate") return null;
  const gates = groups
    .flatMap(({ items }) => items)
    .filter((one) => one.kind === "gate" && one.cluster === regression.cluster && one.area === regression.area);
  return gates.find(isAlive) ?? gates[0] ?? null;
}
