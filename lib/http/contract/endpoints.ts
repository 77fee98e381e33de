import * as access from "./access";
import type { Endpoint } from "./endpoint";
import * as fleet from "./fleet";
import * as ingest from "./ingest";
import * as judgement from "./judgement";
import * as tokens from "./tokens";

/** Whether an export of a contract file is an endpoint (they export a few schemas too). */
function isEndpoint(value: unknown): value is Endpoint {
  return typeof value === "object" && value !== null && "method" in value && "path" in value && "responses" in value;
}

/** Every call of the API, in the order of the contract files. */
export const ENDPOINTS: readonly Endpoint[] = [fleet, ingest, judgement, access, tokens].flatMap((file) =>
  Object.values<unknown>(file).filter(isEndpoint),
);
