import { parseAsArrayOf, parseAsString, parseAsStringLiteral } from "nuqs/server";
import { TIERS } from "@/lib/domain/clusters/cluster";
import { AREAS } from "@/lib/domain/readiness/area";
import { VERDICTS } from "@/lib/domain/readiness/verdict";

/** How the clusters are put together. */
export const GROUPINGS = ["tier", "region", "none"] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** The filters of the board, as they stand in the address. A default stays out of it. */
export const boardParams = {
  /** Words of the filter. */
  q: parseAsString.withDefault(""),
  verdict: parseAsArrayOf(parseAsStringLiteral(VERDICTS)).withDefault([]),
  tier: parseAsArrayOf(parseAsStringLiteral(TIERS)).withDefault([]),
  /** Only these areas are shown, and the verdicts that are counted and filtered are theirs. */
  area: parseAsArrayOf(parseAsStringLiteral(AREAS)).withDefault([]),
  region: parseAsArrayOf(parseAsString).withDefault([]),
  /** Kernel series: `5.15`. */
  kernel: parseAsArrayOf(parseAsString).withDefault([]),
  /** The key of a cause: only the clusters that it holds. */
  cause: parseAsString,
  /** Absent: by tier, and by tier and region when there are many clusters. */
  group: parseAsStringLiteral(GROUPINGS),
};
