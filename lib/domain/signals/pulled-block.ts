import { correctedRingLoss } from "./ring-buffer-loss";
import type { Signal } from "./signal";
import type { Segment, SignalBlock } from "./signal-block";
import { normalisedValue } from "./signal-value";

/** What the server answered for one hour of one signal. Undefined: no series, which is not zero. */
export interface HourAnswer {
  x: number | undefined;
  exposure: number | undefined;
  /** By label and value; exposure undefined: the whole cluster's. */
  segments: readonly (Segment & { x: number; exposure: number | undefined })[];
}

/** What is known of the hour itself. */
export interface HourFacts {
  hour: Date;
  version: string;
  agents: number;
  /** Of the signal's source; null: there was no target of it. */
  coverage: number | null;
  lost: number | null;
  form: SignalBlock["form"];
}

export type PulledBlock = SignalBlock & { segments: (Segment & { x: number | null; exposure: number | null })[] };

const HOUR_SECONDS = 3600;

/**
 * One hour as it is kept. A failure counter that is absent while its target was scraped and its denominator is there counted
 * nothing: 0. Any other absence is not observed: null. Numbers that are none (NaN, infinite) are not observed either.
 */
export function pulledBlock(signal: Signal, answer: HourAnswer, facts: HourFacts): PulledBlock {
  const observed = facts.coverage !== null && facts.coverage > 0;
  const exposure = signal.denominator === null ? null : finite(answer.exposure);
  const hasExposure = signal.denominator === null || exposure !== null;
  const measured = finite(answer.x) ?? (observed && countsFailures(signal) ? 0 : null);
  const x = hasExposure && observed ? measured : null;
  return {
    hour: facts.hour,
    x: x === null ? null : corrected(signal, x, facts, facts.agents),
    exposure: observed ? exposure : null,
    coverage: facts.coverage ?? 0,
    lost: facts.lost,
    form: facts.form,
    segments:
      x === null ? [] : answer.segments.flatMap((segment) => segmentOf(signal, segment, { ...facts, exposure })),
  };
}

/** An hour in which agents of several versions ran: it belongs to none of them. */
export function transitionBlock(hour: Date): PulledBlock {
  return { hour, x: null, exposure: null, coverage: 0, lost: null, form: null, segments: [] };
}

function segmentOf(
  signal: Signal,
  segment: HourAnswer["segments"][number],
  facts: HourFacts & { exposure: number | null },
): PulledBlock["segments"] {
  const x = finite(segment.x);
  // A series without the label is no value of it.
  if (x === null || segment.value === "") return [];
  const { label, value } = segment;
  // Only nodes have one agent each; other labels of a corrected count would be corrected for agents they are not of.
  const agents = label === "node" ? 1 : 0;
  const exposure = signal.denominator === null ? null : (finite(segment.exposure) ?? facts.exposure);
  return [{ label, value, x: corrected(signal, x, facts, agents), exposure }];
}

function corrected(signal: Signal, x: number, { version }: HourFacts, agents: number): number {
  const value = Math.max(0, normalisedValue(signal, x));
  if (signal.id !== "lost_ring") return value;
  return correctedRingLoss(value, { version, agents, seconds: HOUR_SECONDS });
}

function countsFailures(signal: Signal): boolean {
  return signal.denominator !== null && signal.numerator.terms.every((term) => term.fold === "increase-novel");
}

function finite(value: number | undefined): number | null {
  return value !== undefined && Number.isFinite(value) ? value : null;
}
