import { type LookupAddress, lookup } from "node:dns";
import type { LookupFunction } from "node:net";
import { PrometheusError } from "./prometheus-error";
import { refusedAddress } from "./refused-address";

export interface AddressRule {
  allowLoopback: boolean;
}

/**
 * A lookup for sockets that refuses addresses which must not be called. The socket connects to what was checked and to
 * nothing else, so a name that resolves differently a moment later gains nothing. One bad address of several refuses all.
 */
export function guardedLookup(rule: AddressRule): LookupFunction {
  return (hostname, options, done) => {
    lookup(hostname, { ...options, all: true }, (error, found) => {
      if (error !== null) return done(error, "", 0);
      const refusal = refusalOf(hostname, found, rule);
      const [first] = found;
      if (refusal !== null || first === undefined) return done(refusal ?? unknownName(hostname), "", 0);
      if (options.all === true) return done(null, found);
      done(null, first.address, first.family);
    });
  };
}

/** Literal addresses never reach a lookup: they are checked before the call. @throws PrometheusError `refused` */
export function checkLiteral(url: URL, rule: AddressRule): void {
  if (url.protocol !== "http:" && url.protocol !== "https:") {
    throw new PrometheusError("refused", `Only http and https are called, not ${url.protocol}//.`);
  }
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const isLiteral = /^[0-9.]+$|:/.test(host);
  const why = isLiteral ? refusedAddress(host, rule) : null;
  if (why !== null) throw refused(host, why);
}

function refusalOf(hostname: string, found: readonly LookupAddress[], rule: AddressRule): PrometheusError | null {
  for (const { address } of found) {
    const why = refusedAddress(address, rule);
    if (why !== null) return refused(`${hostname} (${address})`, why);
  }
  return null;
}

function refused(what: string, why: string): PrometheusError {
  return new PrometheusError("refused", `${what} is not called: it is ${why}.`);
}

function unknownName(hostname: string): Error {
  return new Error(`${hostname} has no address`);
}
