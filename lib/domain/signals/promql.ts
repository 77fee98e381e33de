import type { Fold, Matcher, Measure, Term } from "./signal";

export interface PromqlOptions {
  /** Matchers that choose the cluster, as in `cluster="eu-1"`; empty where the server holds one cluster only. */
  selector: string;
  /** A duration as in `1h`. */
  window: string;
  /** One value for each value of this label instead of the whole. */
  by?: string;
  /**
   * How series that are new in the window count. `catalogue` is the short form that the catalogue shows. `guarded` is what
   * is asked in earnest: a new series counts with its value and not with its increase besides, and is new only where its
   * target was up before the window, or its agent started inside it; after a gap of scrapes a series would count its whole
   * life otherwise. `ignored` counts increases only.
   */
  novelty?: "catalogue" | "guarded" | "ignored";
}

const ALL_NAMES = /[^a-zA-Z0-9_:]/;

/**
 * The query that measures it, whose answer is one number, or a vector with `by` (or where the measure is folded by a label
 * of its own). Asked in earnest, a term that nothing was counted for is zero beside the main one: the first of a
 * difference, the last of a sum. The catalogue's short form gives nothing then.
 */
export function promqlOf(measure: Measure, options: PromqlOptions): string {
  const [first, ...rest] = measure.terms;
  if (first === undefined) throw new Error("a measure without terms");
  const joined = rest.reduce(
    (text, term) => {
      const next = termText(term, options);
      const both = `${text} ${term.sign === 1 ? "+" : "-"} ${next}`;
      if (options.by === undefined && isShort(options)) return both;
      return `(${both} or ${term.sign === 1 ? next : text})`;
    },
    termText(first, options),
  );
  return measure.clampMin === undefined ? joined : `clamp_min(${joined}, ${measure.clampMin})`;
}

function isShort({ novelty = "catalogue" }: PromqlOptions): boolean {
  return novelty === "catalogue";
}

/** Series of a metric of this cluster: `hubble_drop_total{cluster="eu-1",reason="…"}`. */
export function seriesText(selector: string, metric: string, match: readonly Matcher[] = []): string {
  const several = ALL_NAMES.test(metric);
  const name: Matcher[] = several ? [{ label: "__name__", op: "=~", value: metric }] : [];
  const matchers = [...match, ...name].map(({ label, op, value }) => `${label}${op}${JSON.stringify(value)}`);
  const inside = [selector, ...matchers].filter((text) => text !== "").join(",");
  return `${several ? "" : metric}{${inside}}`;
}

type Rule = (series: string, range: string, group: string) => string;

const RULES: Record<Exclude<Fold, "increase-novel" | "count-duplicates">, Rule> = {
  increase: (_, range, group) => `sum${group}(increase(${range}))`,
  max: (_, range, group) => `max${group}(max_over_time(${range}))`,
  min: (_, range, group) => `min${group}(min_over_time(${range}))`,
  "sum-max": (_, range, group) => `sum${group}(max_over_time(${range}))`,
  "sum-min": (_, range, group) => `sum${group}(min_over_time(${range}))`,
  "sum-over": (_, range, group) => `sum${group}(sum_over_time(${range}))`,
  changes: (_, range, group) => `sum${group}(changes(${range}))`,
  resets: (_, range, group) => `sum${group}(resets(${range}))`,
  count: (series, _, group) => `count${group}(${series})`,
  "last-sum": (series, _, group) => `sum${group}(${series})`,
  p99: (series, range, group) => quantile(series, range, group),
};

function termText(term: Term, options: PromqlOptions): string {
  const { selector, window, by } = options;
  const series = seriesText(selector, term.metric, term.match);
  const range = `${series}[${window}]`;
  const labels = by === undefined ? (term.by ?? []) : [by];
  const group = labels.length === 0 ? "" : ` by (${labels.join(", ")}) `;
  if (term.fold === "increase-novel") return withNew(series, options, group);
  if (term.fold === "count-duplicates") return `count(count${group}(${series}) > 1)`;
  const rule = RULES[term.fold];
  const text = rule(term.within ? `last_over_time(${series}[${term.within}])` : series, range, group);
  return term.top === undefined ? text : `topk(${term.top}, ${text})`;
}

function quantile(series: string, range: string, group: string): string {
  const classic = /_bucket\{/.test(series);
  if (!classic) return `histogram_quantile(0.99, sum${group}(rate(${range})))`;
  const labels = group === "" ? "le" : `${group.slice(" by (".length, -2)}, le`;
  return `histogram_quantile(0.99, sum by (${labels}) (rate(${range})))`;
}

function withNew(series: string, { selector, window, novelty = "catalogue" }: PromqlOptions, group: string): string {
  const increase = `increase(${series}[${window}])`;
  if (novelty === "ignored") return `sum${group}(${increase})`;
  const fresh = `${series} unless ${series} offset ${window}`;
  if (novelty === "catalogue") {
    const orZero = group === "" ? " or vector(0)" : "";
    return `(sum${group}(${increase})${orZero}) + (sum${group}(${fresh})${orZero})`;
  }
  const started = (label: string) =>
    `(${seriesText(selector, "cilium_process_start_time_seconds", [{ label, op: "!=", value: "" }])} > time() - ${secondsOf(window)})`;
  const guards = [
    `(${fresh}) and on (job, instance) (${seriesText(selector, "up")} offset ${window} == 1)`,
    `(${fresh}) and on (node) ${started("node")}`,
    `(${fresh}) and on (pod) ${started("pod")}`,
  ];
  return `sum${group}(${guards.join(" or ")} or ${increase})`;
}

const UNIT_SECONDS: Record<string, number> = { s: 1, m: 60, h: 3600, d: 86_400 };

function secondsOf(window: string): number {
  const [, count, unit = ""] = /^(\d+)([smhd])$/.exec(window) ?? [];
  const seconds = UNIT_SECONDS[unit];
  if (count === undefined || seconds === undefined) throw new Error(`not a window: ${window}`);
  return Number(count) * seconds;
}
