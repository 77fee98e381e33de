import { parseAsArrayOf, parseAsString, parseAsStringLiteral } from "nuqs/server";
import { OUTCOMES } from "@/lib/domain/gates/gate-run";
import { AREAS } from "@/lib/domain/readiness/area";

/** The filters of the catalogue, as they stand in the address. */
export const catalogueParams = {
  q: parseAsString.withDefault(""),
  area: parseAsArrayOf(parseAsStringLiteral(AREAS)).withDefault([]),
};

/** Of which releases runs are listed: of the candidate, or of every one. */
export const RUN_SCOPES = ["candidate", "every"] as const;

/** The filters of one gate's runs, beside the candidate. */
export const gateRunsParams = {
  cluster: parseAsString,
  outcome: parseAsStringLiteral(OUTCOMES),
  releases: parseAsStringLiteral(RUN_SCOPES).withDefault("candidate"),
};

export const CASE_RESULTS = ["failed", "error", "flaky", "skipped", "passed"] as const;

/** The filters of one run's cases, and the case that is open. */
export const caseParams = {
  q: parseAsString.withDefault(""),
  status: parseAsStringLiteral(CASE_RESULTS),
};
