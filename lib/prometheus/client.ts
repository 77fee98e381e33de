import { z } from "zod";
import { dataOf, type Series, seriesOf } from "./envelope";
import type { AddressRule } from "./guarded-lookup";
import { limiterOf } from "./limiter";
import { DEFAULT_LIMITS, type HttpAnswer, type Limits, postForm } from "./post-form";
import { PrometheusError } from "./prometheus-error";
import { type Range, splitRange } from "./split-range";

/** A server that speaks the Prometheus HTTP API, and how to be let in. */
export interface PrometheusServer {
  /** Before `/api/v1`: `https://thanos.example.org` or `https://mimir.example.org/prometheus`. */
  url: string;
  /** The whole header; null: none. */
  authorization: string | null;
  tenant: { header: string; value: string } | null;
}

export interface BuildInfo {
  version: string | null;
  /** Where it says so: Mimir does. */
  application: string | null;
}

export interface PrometheusClient {
  /** One evaluation at a time in seconds. */
  query(promql: string, at: number): Promise<Series[]>;
  /** An evaluation at each step of the range, both ends included; long ranges are asked in parts. */
  queryRange(promql: string, range: Range, step: number): Promise<Series[]>;
  /** Versions are null where the server does not tell, such as an older Cortex. */
  buildInfo(): Promise<BuildInfo>;
}

/**
 * Thanos fills gaps of stores that it cannot reach with silence unless told not to, and may answer from downsampled blocks.
 * Other servers ignore parameters that they do not know.
 */
const NOTHING_LEFT_OUT = { partial_response: "false", dedup: "true", max_source_resolution: "0s" };
const WHO_ASKS = { "user-agent": "waggle", "x-query-source": "waggle" };

const BuildInfoData = z.object({ version: z.string().nullish(), application: z.string().nullish() });

/** A client of one server. Every method throws {@link PrometheusError}. */
export function prometheusClient(
  server: PrometheusServer,
  of: { rule: AddressRule; limits?: Limits },
): PrometheusClient {
  const base = new URL(server.url);
  const limited = limiterOf(base.origin);
  const headers = {
    ...WHO_ASKS,
    ...(server.authorization !== null && { authorization: server.authorization }),
    ...(server.tenant !== null && { [server.tenant.header]: server.tenant.value }),
  };
  const call = (path: string, form: URLSearchParams | null): Promise<HttpAnswer> =>
    limited(() => postForm(below(base, path), form, { headers, rule: of.rule, limits: of.limits ?? DEFAULT_LIMITS }));
  const ask = async (path: string, parameters: Record<string, string>) =>
    seriesOf(await call(path, new URLSearchParams({ ...parameters, ...NOTHING_LEFT_OUT })));

  return {
    query: (promql, at) => ask("/api/v1/query", { query: promql, time: String(at) }),
    queryRange: async (promql, range, step) => {
      const parts: Series[][] = [];
      for (const { start, end } of splitRange(range, step)) {
        const times = { start: String(start), end: String(end), step: String(step) };
        parts.push(await ask("/api/v1/query_range", { query: promql, ...times }));
      }
      return joinParts(parts);
    },
    buildInfo: () => readBuildInfo(call),
  };
}

async function readBuildInfo(call: (path: string, form: null) => Promise<HttpAnswer>): Promise<BuildInfo> {
  const answer = await call("/api/v1/status/buildinfo", null);
  if (answer.status === 404) return { version: null, application: null };
  const data = BuildInfoData.safeParse(dataOf(answer));
  if (!data.success) throw new PrometheusError("malformed", "Its build information is not of the Prometheus HTTP API.");
  return { version: data.data.version ?? null, application: data.data.application ?? null };
}

/** `/prometheus` + `/api/v1/query`, whatever slashes the base ends in. */
function below(base: URL, path: string): URL {
  const url = new URL(base);
  url.pathname = `${base.pathname.replace(/\/+$/, "")}${path}`;
  return url;
}

function joinParts(parts: readonly Series[][]): Series[] {
  const joined = new Map<string, Series>();
  for (const series of parts.flat()) {
    const key = JSON.stringify(Object.entries(series.labels).sort());
    const known = joined.get(key);
    if (known === undefined) joined.set(key, series);
    else joined.set(key, { ...known, samples: [...known.samples, ...series.samples] });
  }
  return [...joined.values()];
}
