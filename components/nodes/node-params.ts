import { parseAsArrayOf, parseAsString, parseAsStringLiteral } from "nuqs/server";
import { NODE_VERDICTS } from "@/lib/domain/nodes/finding";

/** The filters of the page of nodes, as they stand in the address. A default stays out of it. */
export const nodeParams = {
  /** Words of the filter. */
  q: parseAsString.withDefault(""),
  verdict: parseAsArrayOf(parseAsStringLiteral(NODE_VERDICTS)).withDefault([]),
  cluster: parseAsArrayOf(parseAsString).withDefault([]),
  /** Ids of requirements that the nodes do not simply meet. */
  requirement: parseAsArrayOf(parseAsString).withDefault([]),
  /** Beginnings of kernel releases, by whole numbers: `5.15`. */
  kernel: parseAsArrayOf(parseAsString).withDefault([]),
  image: parseAsArrayOf(parseAsString).withDefault([]),
  /** The group that is open. */
  open: parseAsString,
};
