import { z } from "zod";
import type { HttpAnswer } from "./post-form";
import { PrometheusError } from "./prometheus-error";

/** A number of a series. `value` is NaN or infinite where Prometheus says so. */
export interface Sample {
  /** Seconds since 1970. */
  at: number;
  value: number;
}

/** One series of an answer. */
export interface Series {
  labels: Record<string, string>;
  samples: Sample[];
  /** Whether values are native histograms: a sample is then their count, and the series is no number to compare. */
  native: boolean;
}

const Time = z.number();
const Value = z.tuple([Time, z.string()]);
const Histogram = z.tuple([Time, z.object({ count: z.string(), sum: z.string() })]);
const Labels = z.record(z.string(), z.string());

const Data = z.discriminatedUnion("resultType", [
  z.object({ resultType: z.literal("scalar"), result: Value }),
  z.object({ resultType: z.literal("string"), result: Value }),
  z.object({
    resultType: z.literal("vector"),
    result: z.array(z.object({ metric: Labels, value: Value.optional(), histogram: Histogram.optional() })),
  }),
  z.object({
    resultType: z.literal("matrix"),
    result: z.array(
      z.object({ metric: Labels, values: z.array(Value).default([]), histograms: z.array(Histogram).default([]) }),
    ),
  }),
]);

const Success = z.object({ status: z.literal("success"), data: z.unknown(), warnings: z.array(z.string()).nullish() });
const Failure = z.object({ status: z.literal("error"), errorType: z.string(), error: z.string() });

/** Long enough for a parse error with its place. */
const MAX_QUOTED = 300;

/**
 * The data of an answer. Warnings refuse it: the server may have left out what it could not reach, and a sum without a part
 * is a wrong number. `infos` refuse nothing. @throws PrometheusError
 */
export function dataOf(answer: HttpAnswer): unknown {
  const body = parseJson(answer.text);
  const failure = Failure.safeParse(body);
  if (failure.success) throw failureOf(answer.status, failure.data);
  if (answer.status !== 200) throw statusFailure(answer);
  const success = Success.safeParse(body);
  if (!success.success) throw malformed(answer);
  const [warning] = success.data.warnings ?? [];
  if (warning !== undefined) throw warned(warning);
  return success.data.data;
}

/** The series of a query's answer, of any of its shapes. @throws PrometheusError */
export function seriesOf(answer: HttpAnswer): Series[] {
  const parsed = Data.safeParse(dataOf(answer));
  if (!parsed.success) throw malformed(answer);
  const { resultType, result } = parsed.data;
  if (resultType === "scalar") return [{ labels: {}, samples: [sampleOf(result)], native: false }];
  if (resultType === "string") throw new PrometheusError("query", "The query gives a text, not a number.");
  if (resultType === "matrix") {
    return result.map(({ metric, values, histograms }) => ({
      labels: metric,
      samples: values.length > 0 ? values.map(sampleOf) : histograms.map(countOf),
      native: values.length === 0 && histograms.length > 0,
    }));
  }
  return result.map(({ metric, value, histogram }) => ({
    labels: metric,
    samples: [...(value ? [sampleOf(value)] : []), ...(histogram ? [countOf(histogram)] : [])],
    native: histogram !== undefined,
  }));
}

function sampleOf([at, text]: z.infer<typeof Value>): Sample {
  return { at, value: numberOf(text) };
}

function countOf([at, histogram]: z.infer<typeof Histogram>): Sample {
  return { at, value: numberOf(histogram.count) };
}

/** Values are texts, `NaN`, `+Inf` and `-Inf` among them. */
function numberOf(text: string): number {
  if (text === "+Inf" || text === "Inf") return Number.POSITIVE_INFINITY;
  if (text === "-Inf") return Number.NEGATIVE_INFINITY;
  return text.trim() === "" ? Number.NaN : Number(text);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Remarks of the evaluator itself are about this query; all others are about what could not be reached. */
function warned(warning: string): PrometheusError {
  const quoted = warning.slice(0, MAX_QUOTED);
  if (warning.startsWith("PromQL warning:")) return new PrometheusError("query", quoted);
  return new PrometheusError("partial", `The answer may be partial and is not used: ${quoted}`);
}

function failureOf(status: number, { errorType, error }: z.infer<typeof Failure>): PrometheusError {
  const text = `${errorType}: ${error}`.slice(0, MAX_QUOTED);
  if (status === 401 || status === 403) return new PrometheusError("unauthorised", text);
  if (status === 429) return new PrometheusError("throttled", text);
  if (status === 400 || status === 422) return new PrometheusError("query", text);
  return new PrometheusError(errorType === "timeout" ? "timeout" : "unavailable", text);
}

function statusFailure({ status, contentType }: HttpAnswer): PrometheusError {
  if (status === 401 || status === 403) return new PrometheusError("unauthorised", `It answered ${status}.`);
  if (status === 429) return new PrometheusError("throttled", "It answered 429: too many requests.");
  if (status >= 300 && status < 400) {
    return new PrometheusError("refused", `It answered ${status}: redirects are not followed.`);
  }
  const kind = contentType.split(";")[0] || "nothing that says what it is";
  return new PrometheusError(status >= 500 ? "unavailable" : "malformed", `It answered ${status} with ${kind}.`);
}

function malformed({ contentType }: HttpAnswer): PrometheusError {
  return new PrometheusError(
    "malformed",
    `The answer is not of the Prometheus HTTP API (${contentType || "no type"}).`,
  );
}
