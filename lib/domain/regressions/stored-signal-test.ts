import { z } from "zod";
import type { SideFigures, SignalTest } from "../signals/signal-test";
import { OnsetSchema } from "./card";

const Nullable = z.number().nullable();
const StoredSide = z.object({
  value: z.number(),
  x: z.number(),
  exposure: z.number(),
  hours: z.number(),
  from: z.string(),
  to: z.string(),
});
const Segment = z.object({ label: z.string(), value: z.string() });

/** A signal test as it is kept in `cell.facts`: instants as RFC 3339. */
export const StoredSignalTestSchema = z.object({
  cluster: z.string(),
  signalId: z.string(),
  comparability: z.object({
    state: z.enum(["comparable", "INCOMPARABLE", "NO_DATA", "STALE", "NEW_NO_BASELINE"]),
    reasons: z.array(z.string()).readonly(),
    knownChanges: z.array(z.string()).readonly(),
  }),
  candidate: StoredSide.nullable(),
  baseline: StoredSide.nullable(),
  estimate: z.object({ ratio: z.number(), low: z.number(), high: z.number() }).nullable(),
  p: Nullable,
  smallestP: Nullable,
  method: z.enum(["quasi-poisson", "conditional-binomial", "signed-rank", "absolute"]).nullable(),
  confirmP: Nullable,
  topBlockShare: Nullable,
  looksInRow: z.number(),
  look: z.string(),
  nextLook: z.string().nullable(),
  detectableRatio: Nullable,
  upperRatio: Nullable,
  guardrail: z
    .object({ level: z.enum(["warn", "fail"]), value: z.number(), limit: z.number(), summary: z.string() })
    .nullable(),
  novel: z.array(z.object({ segment: Segment, x: z.number() })).readonly(),
  control: z.object({ clusters: z.number(), ratio: z.number(), p: z.number(), moved: z.boolean() }).nullable(),
  onset: OnsetSchema.nullable(),
  notes: z.array(z.string()).readonly(),
});
export type StoredSignalTest = z.infer<typeof StoredSignalTestSchema>;

function storeSide(side: SideFigures | null): StoredSignalTest["candidate"] {
  return side === null ? null : { ...side, from: side.from.toISOString(), to: side.to.toISOString() };
}

/** The form in which a test is kept; an infinite bound of an interval is kept as the largest number. */
export function storeSignalTest(test: SignalTest): StoredSignalTest {
  const { candidate, baseline, estimate, ...rest } = test;
  const finite = (value: number) => Math.min(value, Number.MAX_VALUE);
  return {
    ...rest,
    comparability: { ...rest.comparability },
    candidate: storeSide(candidate),
    baseline: storeSide(baseline),
    estimate:
      estimate === null
        ? null
        : { ratio: finite(estimate.ratio), low: finite(estimate.low), high: finite(estimate.high) },
    detectableRatio: rest.detectableRatio === null ? null : finite(rest.detectableRatio),
    upperRatio: rest.upperRatio === null ? null : finite(rest.upperRatio),
  };
}
