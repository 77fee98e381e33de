import { parseAsArrayOf, parseAsString, parseAsStringLiteral } from "nuqs/server";
import { AREAS } from "@/lib/domain/readiness/area";
import { REGRESSION_KINDS, REGRESSION_STATES } from "@/lib/domain/regressions/regression";

/** The filters of the page of regressions, as they stand in the address. A default stays out of it. */
export const listParams = {
  /** Words of the filter. */
  q: parseAsString.withDefault(""),
  /** None chosen: those that are neither resolved nor dismissed. */
  state: parseAsArrayOf(parseAsStringLiteral(REGRESSION_STATES)).withDefault([]),
  kind: parseAsArrayOf(parseAsStringLiteral(REGRESSION_KINDS)).withDefault([]),
  area: parseAsArrayOf(parseAsStringLiteral(AREAS)).withDefault([]),
  cluster: parseAsArrayOf(parseAsString).withDefault([]),
  /** The id of a gate or a signal. */
  subject: parseAsString,
  /** The group that is open. */
  open: parseAsString,
};
