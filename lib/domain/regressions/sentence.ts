import { numberWords } from "../readiness/words";
import type { Card } from "./card";
import { differenceWords, ratioWords, valueWords } from "./figure-words";
import { gateSentence } from "./gate-sentence";
import type { Told } from "./sentence-frame";
import { signalSentence } from "./signal-sentence";

/**
 * One card as sentences that can be read aloud, made of nothing but its numbers. `title` is the gate's or signal's;
 * `display` how values of the signal are shown, `explains` what carries the difference. A waived card says what was
 * waived: pass it with the state it would have.
 */
export function sentenceOf(card: Card, title: string, more: Omit<Told, "title"> = {}): string {
  const told = { ...more, title };
  return card.kind === "gate" ? gateSentence(card, told) : signalSentence(card, told);
}

function gateHeading({ candidate, channel, estimate, state }: Card): string {
  if (channel === "never-fail") return "failed where nothing may fail";
  const how = channel === "first-try" ? "failed at first try" : "failed";
  const counts = `${numberWords(candidate.x ?? 0)} of ${numberWords(candidate.n ?? 0)} runs ${how}`;
  if (state === "EXTREME" && estimate !== null) return `${counts}, ${differenceWords(estimate).split(" (")[0] ?? ""}`;
  return counts;
}

function signalHeading({ candidate, channel, estimate }: Card, display: Told["display"]): string {
  if (channel === "guardrail") {
    const { scale, unit } = display ?? { scale: 1, unit: "" };
    const value = candidate.value === null ? "" : ` (${`${valueWords(candidate.value * scale)} ${unit}`.trimEnd()})`;
    return `beyond its limit${value}`;
  }
  if (channel === "novelty") return "something that never occurred before";
  if (estimate === null) return "not compared";
  return `${ratioWords(estimate.value)} times baseline`;
}

/** The head line: `Packet drops other than policy, 13.5 times baseline on eu-prod-3`. */
export function titleOf(card: Card, title: string, { display }: Pick<Told, "display"> = {}): string {
  const what = card.kind === "gate" ? gateHeading(card) : signalHeading(card, display);
  return `${title}, ${what} on ${card.cluster}`;
}
