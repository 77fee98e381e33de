import type { VerdictChangeDto } from "@/lib/domain/readiness/dto";

/** When a cluster's own verdict changes, so does that of the area behind it, at the same moment: told once. */
export function toldChanges(changes: readonly VerdictChangeDto[]): VerdictChangeDto[] {
  const moment = ({ at, cluster }: VerdictChangeDto) => `${at} ${cluster}`;
  const overall = new Set(changes.filter(({ area }) => area === null).map(moment));
  return changes.filter((change) => change.area === null || !overall.has(moment(change)));
}
