import * as access from "./access";
import type { Endpoint } from "./endpoint";
import * as fleet from "./fleet";
import * as ingest from "./ingest";
import * as judgement from "./judgement";
import * as regressions from "./regressions";
import * as signals from "./signals";
import * as tokens from "./tokens";

/** Whether an export of a contract file is an endpoint (they export a few schemas too). */
function isEndpoint(value: unknown): value is Endpoint {
  return typeof value === "object" && value !== null && "method" in value && "path" in value && "responses" in value;
}

const METHODS = ["get", "put", "post", "delete"];

/** By path, then reading before writing: a module's exports come in the order of their names. */
function inReadingOrder(a: Endpoint, b: Endpoint): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  return METHODS.indexOf(a.method) - METHODS.indexOf(b.method);
}

/** Every call of the API, contract file by contract file. */
export const ENDPOINTS: readonly Endpoint[] = [
  ...[fleet, ingest, signals, judgement, regressions, access, tokens],
].flatMap((file) => Object.values<unknown>(file).filter(isEndpoint).sort(inReadingOrder));
