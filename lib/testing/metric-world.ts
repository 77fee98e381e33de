import type { WireAnswer, WireRequest } from "./wire-server";

/** What the fake server holds at the end of an hour; null: no such series. */
export interface MetricWorld {
  /** The cluster that the queries name. */
  cluster: string;
  versions?: (at: number) => readonly string[];
  coverage?: (at: number) => number | null;
  drops?: (at: number) => number | null;
  flows?: (at: number) => number | null;
  answer?: (request: WireRequest) => WireAnswer | null;
}

type Result = { metric: Record<string, string>; value: number };

function resultsAt(query: string, at: number, world: MetricWorld): Result[] {
  const one = (value: number | null | undefined, metric = {}) =>
    value === null || value === undefined ? [] : [{ metric, value }];
  if (query.startsWith("count by (version) (last_over_time")) {
    return (world.versions?.(at) ?? ["1.19.6"]).map((version) => ({ metric: { version }, value: 3 }));
  }
  if (query.includes("[3599s:1m]")) return one(world.coverage === undefined ? 1 : world.coverage(at));
  if (query === `count(cilium_version{cluster="${world.cluster}"})`) return one(3);
  const drops = world.drops === undefined ? 40 : world.drops(at);
  if (query.includes("hubble_drop_total") && query.startsWith("topk(20, sum by (reason)")) {
    return one(drops, { reason: "CT_MAP_INSERTION_FAILED" });
  }
  if (query.startsWith("sum((") && query.includes("hubble_drop_total") && !query.includes("reason!~"))
    return one(drops);
  if (query.startsWith("sum(increase(hubble_drop_total")) return one(drops);
  if (query === `sum(increase(hubble_flows_processed_total{cluster="${world.cluster}"}[1h]))`) {
    return one(world.flows === undefined ? 200_000 : world.flows(at));
  }
  return [];
}

/** The answer of a Prometheus that holds this, in the shapes that a real one gave. */
export function answerOf(request: WireRequest, world: MetricWorld): WireAnswer {
  const special = world.answer?.(request);
  if (special) return special;
  const success = (data: unknown) => ({ body: JSON.stringify({ status: "success", data }) });
  if (request.path.endsWith("/buildinfo")) return success({ version: "2.42.0" });
  const query = request.form.get("query") ?? "";
  const at = Number(request.form.get("time"));
  if (request.path.endsWith("/query")) {
    const result = resultsAt(query, at, world).map(({ metric, value }) => ({ metric, value: [at, String(value)] }));
    return success({ resultType: "vector", result });
  }
  const [start, end, step] = ["start", "end", "step"].map((key) => Number(request.form.get(key)));
  const series = new Map<string, { metric: Record<string, string>; values: [number, string][] }>();
  for (let time = start ?? 0; time <= (end ?? 0); time += step ?? 1) {
    for (const { metric, value } of resultsAt(query, time, world)) {
      const key = JSON.stringify(metric);
      const known = series.get(key) ?? { metric, values: [] };
      known.values.push([time, String(value)]);
      series.set(key, known);
    }
  }
  return success({ resultType: "matrix", result: [...series.values()] });
}
