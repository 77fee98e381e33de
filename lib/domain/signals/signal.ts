import { z } from "zod";
import { AreaSchema } from "../readiness/area";

/** How a label of a series is compared; regular expressions are anchored, as in PromQL. */
export interface Matcher {
  label: string;
  op: "=" | "!=" | "=~" | "!~";
  value: string;
}

/**
 * How the series of a metric become one number for a window:
 * `increase` sums counter increments (per series first, resets handled); `increase-novel` adds the whole value of a
 * series that was not there before; `max`, `min` over series and time; `sum-max`, `sum-min`, the greatest or least value
 * of each series in the window, summed; `count` counts series; `changes` and `resets` as in PromQL; `p99` is the 0.99
 * quantile of a histogram (of a classic one where the metric ends in `_bucket`, else of a native one); `last-sum` sums the
 * last values; `sum-over` sums every value of the window; `count-duplicates` counts the groups of `by` that more than one
 * series falls into.
 */
export const FOLDS = [
  "increase",
  "increase-novel",
  "max",
  "min",
  "sum-max",
  "sum-min",
  "count",
  "changes",
  "resets",
  "p99",
  "last-sum",
  "sum-over",
  "count-duplicates",
] as const;
export type Fold = (typeof FOLDS)[number];

/** One term of a numerator or a denominator; terms are added with their sign. */
export interface Term {
  /** A metric, or for `count` a list by regular expression as in `__name__=~`. */
  metric: string;
  match: readonly Matcher[];
  fold: Fold;
  sign: 1 | -1;
  /** Folded for each value of these labels; the whole is then the greatest (for `max`) or the sum. */
  by?: readonly string[];
  /** Only so many of the groups of `by`, the largest. */
  top?: number;
  /** For `count`: also series that have ended within this time, as in PromQL (`20m`). */
  within?: string;
}

export interface Measure {
  terms: readonly Term[];
  /** A difference that may not fall below zero. */
  clampMin?: number;
}

/** `up`: more is worse. `info`: shown, never judged. */
export const DIRECTIONS = ["up", "down", "either", "info"] as const;
export const DirectionSchema = z.enum(DIRECTIONS);
export type Direction = z.infer<typeof DirectionSchema>;

/**
 * How a signal is tested: `rate` events over exposure (quasi-Poisson; conditional binomial where sparse); `gauge` a level
 * paired by node or by hour; `quantile` described only, decided by share; `absolute` only against its limits.
 */
export const METHODS = ["rate", "gauge", "absolute", "info"] as const;
export const MethodSchema = z.enum(METHODS);
export type Method = z.infer<typeof MethodSchema>;

/** A limit that holds whatever the baseline was, in the signal's own unit. */
export interface AbsoluteLimit {
  warn: number;
  fail: number;
  /** A rise over the baseline that warns, in the same unit; null: none. */
  rise: number | null;
}

/** A signal of the catalogue: what is measured, how it is compared, and where it is written down. */
export interface Signal {
  id: string;
  /** In words, as a heading: `Drops other than policy`. */
  title: string;
  area: z.infer<typeof AreaSchema>;
  source: "hubble" | "agent" | "operator" | "prometheus";
  numerator: Measure;
  /** Null: the value stands for itself. */
  denominator: Measure | null;
  direction: Direction;
  method: Method;
  /** Least exposure on each side for any verdict. */
  minVolume: number;
  /** Least events in total, both sides together; for a gauge the least pairs of nodes or hours. */
  minEvents: number;
  /** The least effect, inside the null hypothesis: RR ≤ 1 + delta. */
  delta: number;
  /** Red only from this ratio on; for `either` and `down` also below its inverse (or `redRatioLow`). */
  redRatio: number;
  redRatioLow?: number;
  /** Red only when the difference of the shares is also at least this. */
  minDifference?: number;
  absolute: AbsoluteLimit | null;
  /** Values above 1 are per cent: some releases write a share, others per cent. */
  percentAboveOne?: boolean;
  /** Labels by which it is looked at closer, most telling first; at most 8. */
  explainBy: readonly string[];
  /** How values are shown: 41.8 per 100,000 flows, 0.61 share of ports. */
  display: { scale: number; unit: string };
  /** Where metric and threshold are written down. */
  reference: string;
}

/** A signal as `GET /signal-catalogue` shows it. */
export const SignalDto = z.object({
  id: z.string(),
  title: z.string(),
  area: AreaSchema,
  source: z.enum(["hubble", "agent", "operator", "prometheus"]),
  direction: DirectionSchema,
  method: MethodSchema,
  minVolume: z.number(),
  minEvents: z.number(),
  delta: z.number(),
  redRatio: z.number(),
  absolute: z.object({ warn: z.number(), fail: z.number(), rise: z.number().nullable() }).nullable(),
  explainBy: z.array(z.string()),
  display: z.object({ scale: z.number(), unit: z.string() }),
  numerator: z
    .string()
    .meta({ description: "as PromQL, with $S for the selector of the cluster and $W for the window" }),
  denominator: z.string().nullable(),
  reference: z.string(),
});
export type SignalDto = z.infer<typeof SignalDto>;
