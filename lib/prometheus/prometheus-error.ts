/**
 * Why an answer is no answer. `refused`: the address is not one to call. `unreachable`, `timeout`, `too-large`: it did not
 * come through. `unauthorised`, `throttled`, `unavailable`: the server would not. `malformed`: what came is not the API.
 * `partial`: the server said that it may have left something out. `query`: it could not evaluate this query; others may do.
 */
export type PrometheusFailure =
  | "refused"
  | "unreachable"
  | "timeout"
  | "too-large"
  | "unauthorised"
  | "throttled"
  | "unavailable"
  | "malformed"
  | "partial"
  | "query";

/** An error whose words may be shown: they hold no secret, and of the other side's text only what the API defines. */
export class PrometheusError extends Error {
  override readonly name = "PrometheusError";

  constructor(
    readonly failure: PrometheusFailure,
    message: string,
  ) {
    super(message);
  }

  /** Whether the fault is of this one query, so that the rest is worth asking. */
  get ofThisQueryOnly(): boolean {
    return this.failure === "query" || this.failure === "too-large";
  }
}
