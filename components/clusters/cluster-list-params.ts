import { createParser, parseAsArrayOf, parseAsString, parseAsStringLiteral } from "nuqs/server";
import type { Sort } from "@/components/data-table/data-column";
import { TIERS } from "@/lib/domain/clusters/cluster";
import { VERDICTS } from "@/lib/domain/readiness/verdict";

/** `-nodes` is by nodes, the most first. */
const parseAsSort = createParser<Sort>({
  parse: (text) => {
    const id = text.replace(/^-/, "");
    return id === "" ? null : { id, desc: text.startsWith("-") };
  },
  serialize: ({ id, desc }) => (desc ? `-${id}` : id),
  eq: (a, b) => a.id === b.id && a.desc === b.desc,
});

/** The filters of the list of clusters, as they stand in the address. */
export const clusterListParams = {
  q: parseAsString.withDefault(""),
  tier: parseAsArrayOf(parseAsStringLiteral(TIERS)).withDefault([]),
  provider: parseAsArrayOf(parseAsString).withDefault([]),
  verdict: parseAsArrayOf(parseAsStringLiteral(VERDICTS)).withDefault([]),
  sort: parseAsSort,
};
