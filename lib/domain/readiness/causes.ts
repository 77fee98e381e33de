import type { Area } from "./area";
import { type Reason, SEVERITIES, type Severity } from "./reason";
import { compareText, NO_TIME } from "./reason-order";
import type { Verdict } from "./verdict";

/** What the causes are gathered from: one judged cluster. */
export interface JudgedCluster {
  cluster: string;
  reasons: readonly Reason[];
}

/** One thing that holds one or more clusters. */
export interface Cause {
  code: string;
  subject: string;
  area: Area;
  /** Its worst effect on any of the clusters. */
  severity: Severity;
  verdict: Verdict;
  /** `No kernel BTF` */
  title: string;
  /** By name. */
  clusters: string[];
  /** Over all the clusters. */
  count: Reason["count"] | null;
  /** The oldest it is known of. RFC 3339. */
  since: string | null;
  source: string | null;
}

const VERDICT_OF: Record<Severity, Verdict> = { blocks: "blocked", missing: "unproven", risk: "review", info: "ready" };

function totalCount(reasons: readonly Reason[]): Reason["count"] | null {
  const unit = reasons.find((reason) => reason.count !== undefined)?.count?.unit;
  if (unit === undefined) return null;
  const value = reasons.reduce((sum, { count }) => (count?.unit === unit ? sum + count.value : sum), 0);
  return { value, unit };
}

/** A single cluster's own sentence says most, unless the number it starts with is shown as the count anyway. */
function titleOf(reasons: readonly Reason[]): string {
  const [first] = reasons;
  if (first === undefined) return "";
  const tellsCount = first.count?.unit === "nodes" || first.title === undefined;
  return reasons.length === 1 && !tellsCount ? first.summary : (first.title ?? first.summary);
}

function causeOf(members: readonly { cluster: string; reason: Reason }[]): Cause[] {
  const sorted = [...members].sort(
    (a, b) =>
      SEVERITIES.indexOf(a.reason.severity) - SEVERITIES.indexOf(b.reason.severity) ||
      compareText(a.cluster, b.cluster),
  );
  const reasons = sorted.map(({ reason }) => reason);
  const [worst] = reasons;
  if (worst === undefined) return [];
  const since = reasons.flatMap((reason) => reason.since ?? []).sort(compareText);
  return [
    {
      code: worst.code,
      subject: worst.subject,
      area: worst.area,
      severity: worst.severity,
      verdict: VERDICT_OF[worst.severity],
      title: titleOf(reasons),
      clusters: [...new Set(sorted.map(({ cluster }) => cluster))].sort(compareText),
      count: totalCount(reasons),
      since: since[0] ?? null,
      source: worst.source ?? null,
    },
  ];
}

function compareCauses(a: Cause, b: Cause): number {
  return (
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
    b.clusters.length - a.clusters.length ||
    compareText(a.since ?? NO_TIME, b.since ?? NO_TIME) ||
    compareText(a.title, b.title) ||
    compareText(a.subject, b.subject)
  );
}

/** What holds the clusters that are not ready, worst first: the same reason on many clusters is one cause. */
export function findCauses(clusters: readonly JudgedCluster[]): Cause[] {
  const members = clusters.flatMap(({ cluster, reasons }) =>
    reasons.filter((reason) => reason.severity !== "info").map((reason) => ({ cluster, reason })),
  );
  const groups = Map.groupBy(members, ({ reason }) => JSON.stringify([reason.code, reason.subject]));
  return [...groups.values()].flatMap(causeOf).sort(compareCauses);
}
