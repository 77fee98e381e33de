import type { JudgedWindow } from "./judged-window";
import { levelOf, type ObservedBlock, sumOf } from "./observed-block";
import type { Signal } from "./signal";
import { DAY_MS, HOUR_MS, SIGNAL_RULES } from "./signal-rules";
import { matcherOf } from "./signal-strata";
import type { SignalTest } from "./signal-test";

type Guardrail = NonNullable<SignalTest["guardrail"]>;

/** The least value of an hour says that it held for the whole hour; every other one must hold in two hours on end. */
function hoursNeeded(signal: Signal): number {
  return signal.numerator.terms.every(({ fold }) => fold === "sum-min") ? 1 : SIGNAL_RULES.sustainedHours;
}

/** The highest level that was passed in all of so many hours on end; null with no such hours. */
function sustained(blocks: readonly { at: Date; value: number }[], hours: number): number | null {
  let highest: number | null = null;
  for (let last = hours - 1; last < blocks.length; last += 1) {
    const run = blocks.slice(last - hours + 1, last + 1);
    const [first, end] = [run[0], run.at(-1)];
    if (first === undefined || end === undefined) continue;
    if (end.at.getTime() - first.at.getTime() !== (hours - 1) * HOUR_MS) continue;
    const least = Math.min(...run.map(({ value }) => value));
    highest = highest === null ? least : Math.max(highest, least);
  }
  return highest;
}

function shown(signal: Signal, value: number): string {
  const scaled = value * signal.display.scale;
  return `${Number(scaled.toPrecision(3))} ${signal.display.unit}`;
}

/**
 * Limits that hold whatever the baseline was, over the candidate's newest day and outside all corrections: passed in
 * two finished hours on end. A rise over the matching hours of the baseline warns, unless a known change says that the
 * baseline was counted too low. Null where the signal has no limit, or too little volume for one.
 */
export function guardrailOf(
  signal: Signal,
  { window, now, risesFalsely }: { window: JudgedWindow; now: Date; risesFalsely: boolean },
): SignalTest["guardrail"] {
  const limit = signal.absolute;
  if (limit === null) return null;
  const recent = window.seen.filter(({ at }) => at.getTime() >= now.getTime() - DAY_MS);
  if (recent.length === 0 || (signal.denominator !== null && sumOf(recent, "exposure") < signal.minVolume)) return null;
  const hours = hoursNeeded(signal);
  const value = sustained(
    recent.map((block) => ({ at: block.at, value: levelOf(block, signal) })),
    hours,
  );
  const word = hours === 1 ? "for a whole hour" : `for ${hours} h on end`;
  const told = (level: Guardrail["level"], at: number, passed: number): Guardrail => {
    const summary = `${shown(signal, at)} ${word}; the limit is ${shown(signal, passed)}`;
    return { level, value: at, limit: passed, summary };
  };
  if (value !== null && value >= limit.fail) return told("fail", value, limit.fail);
  if (value !== null && value >= limit.warn) return told("warn", value, limit.warn);
  return limit.rise === null || risesFalsely ? null : riseOf(signal, { recent, window, hours, rise: limit.rise });
}

function riseOf(
  signal: Signal,
  of: { recent: readonly ObservedBlock[]; window: JudgedWindow; hours: number; rise: number },
): SignalTest["guardrail"] {
  const { recent, window, hours, rise } = of;
  if (window.baseline.length < SIGNAL_RULES.baselineHours) return null;
  const matching = matcherOf(window.baseline);
  const rises = recent.map((block) => {
    const before = matching(block.at);
    const usual = before.reduce((sum, other) => sum + levelOf(other, signal), 0) / before.length;
    return { at: block.at, value: levelOf(block, signal) - usual };
  });
  const risen = sustained(rises, hours);
  if (risen === null || risen < rise) return null;
  const summary = `${shown(signal, risen)} above the same hours of the baseline, for ${hours} h on end; the limit is ${shown(signal, rise)}`;
  return { level: "warn", value: risen, limit: rise, summary };
}
