import { HOUR_MS } from "@/lib/domain/signals/signal-rules";
import type { PrometheusClient } from "@/lib/prometheus/client";
import type { Series } from "@/lib/prometheus/envelope";
import { PrometheusError } from "@/lib/prometheus/prometheus-error";

/** A number for each hour that has one, by the beginning of the hour in milliseconds. */
export type HourValues = ReadonlyMap<number, number>;
/** The same for each value of a label. */
export type LabelValues = ReadonlyMap<string, HourValues>;

/** Asks one server about hours on end. A query is sent once, however many signals share it. */
export interface HourAsker {
  /** One number for each hour; several series make one by their sum or by the greatest. */
  whole(promql: string, several?: "sum" | "max"): Promise<HourValues>;
  /** By the value of the label in the answer. */
  byLabel(promql: string, label: string): Promise<LabelValues>;
  /** As `whole`; a query that the server refuses fails the pull instead of being left out. */
  required(promql: string): Promise<readonly Series[]>;
  /** Queries that the server could not evaluate, each sentence once; what they measure is not observed. */
  readonly refusals: ReadonlySet<string>;
}

/** @throws PrometheusError from every method, but not for what is the fault of one query */
export function askHours(client: PrometheusClient, hours: readonly Date[]): HourAsker {
  const ends = hours.map((hour) => (hour.getTime() + HOUR_MS) / 1000);
  const [first, last] = [ends.at(0) ?? 0, ends.at(-1) ?? 0];
  const asked = new Map<string, Promise<readonly Series[]>>();
  const refusals = new Set<string>();
  const ask = (promql: string): Promise<readonly Series[]> => {
    const known = asked.get(promql);
    if (known !== undefined) return known;
    const answer =
      first === last
        ? client.query(promql, first)
        : client.queryRange(promql, { start: first, end: last }, HOUR_MS / 1000);
    asked.set(promql, answer);
    return answer;
  };
  const askOrLeaveOut = (promql: string) =>
    ask(promql).catch((error: unknown) => {
      if (!(error instanceof PrometheusError && error.ofThisQueryOnly)) throw error;
      refusals.add(error.message);
      return [];
    });
  return {
    refusals,
    required: ask,
    whole: async (promql, several = "sum") => joined(await askOrLeaveOut(promql), several),
    byLabel: async (promql, label) => {
      const groups = Map.groupBy(await askOrLeaveOut(promql), (series) => series.labels[label] ?? "");
      return new Map([...groups].map(([value, series]) => [value, joined(series, "sum")]));
    },
  };
}

/** A native histogram is no number to compare. */
function joined(all: readonly Series[], several: "sum" | "max"): HourValues {
  const values = new Map<number, number>();
  for (const { samples } of all.filter((series) => !series.native)) {
    for (const { at, value } of samples) {
      const hour = Math.round(at * 1000) - HOUR_MS;
      const before = values.get(hour);
      if (before === undefined) values.set(hour, value);
      else values.set(hour, several === "max" ? Math.max(before, value) : before + value);
    }
  }
  return values;
}
