import type { Fold, Matcher, Measure, Signal, Term } from "../signal";

/** `label="value"` and its three sisters. */
export const is = (label: string, value: string): Matcher => ({ label, op: "=", value });
export const isNot = (label: string, value: string): Matcher => ({ label, op: "!=", value });
export const like = (label: string, value: string): Matcher => ({ label, op: "=~", value });
export const unlike = (label: string, value: string): Matcher => ({ label, op: "!~", value });

/** One metric, folded. */
export function fold(how: Fold, metric: string, ...match: Matcher[]): Term {
  return { metric, match, fold: how, sign: 1 };
}

export const minus = (term: Term): Term => ({ ...term, sign: -1 });

export function of(...terms: Term[]): Measure {
  return { terms };
}

/** Failure counters: a label value that appears for the first time counts whole. */
export function failures(metric: string, ...match: Matcher[]): Measure {
  return of(fold("increase-novel", metric, ...match));
}

export function events(metric: string, ...match: Matcher[]): Measure {
  return of(fold("increase", metric, ...match));
}

/** Hubble exports one per agent and port; the agent's version has one series per agent, whose value says nothing. */
export const AGENTS: Measure = of(fold("count", "cilium_version"));
export const FLOWS: Measure = events("hubble_flows_processed_total");

type Given = Pick<
  Signal,
  "id" | "title" | "area" | "source" | "numerator" | "denominator" | "display" | "explainBy" | "reference"
> &
  Partial<Signal>;

/**
 * A share or rate of events. Unless told otherwise: a rise of more than 10 % is claimed, from a quarter more on, and with
 * ten events at the least.
 */
export function rateSignal(given: Given): Signal {
  return { ...DEFAULTS, method: "rate", minEvents: 10, ...given };
}

/** A level, paired by node or by hour: at least five pairs, without which a signed-rank test says nothing. */
export function gaugeSignal(given: Given): Signal {
  return { ...DEFAULTS, method: "gauge", minEvents: 5, ...given };
}

/** Judged against its limits alone. */
export function absoluteSignal(given: Given & Pick<Signal, "absolute">): Signal {
  return { ...DEFAULTS, method: "absolute", ...given };
}

/** Shown, never judged. */
export function infoSignal(given: Given): Signal {
  return { ...DEFAULTS, method: "info", direction: "info", ...given };
}

const DEFAULTS = { direction: "up", minVolume: 0, minEvents: 0, delta: 0.1, redRatio: 1.25, absolute: null } as const;
