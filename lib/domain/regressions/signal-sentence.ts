import { countWords } from "../readiness/words";
import type { Card } from "./card";
import { ratioWords, shareWords, valueWords } from "./figure-words";
import { surprise, type Told } from "./sentence-frame";

/** `41.8 per 100,000 flows`; without a unit the bare number. */
function shown(value: number | null, display: Told["display"]): string {
  if (value === null) return "not measured";
  const { scale, unit } = display ?? { scale: 1, unit: "" };
  const number = valueWords(value * scale);
  return `${number} ${unit}`.trimEnd();
}

function measured(card: Card, { display }: Told): string {
  const { candidate, baseline } = card;
  const over = candidate.hours === undefined ? "" : ` over ${countWords(candidate.hours, "hour")}`;
  const usual = baseline === null ? "" : ` (baseline, same hours of the day: ${shown(baseline.value, display)})`;
  return `${shown(candidate.value, display)}${over}${usual}.`;
}

function ratioSentence({ estimate }: Card): readonly string[] {
  if (estimate?.measure !== "ratio") return [];
  const { value, low, high } = estimate;
  return [`Ratio ×${ratioWords(value)} (95 % CI ×${ratioWords(low)} to ×${ratioWords(high)}).`];
}

function explainWords({ explains = [] }: Told): readonly string[] {
  const [first] = explains;
  if (first === undefined) return [];
  const carries = first.expected === null ? "" : `, which carries ${shareWords(first.expected)} of the traffic`;
  return [`${shareWords(Math.min(1, first.share))} of the excess is on ${first.label} ${first.value}${carries}.`];
}

function controlSentence({ control }: Card): readonly string[] {
  if (control === null || !control.moved) return [];
  return [
    `${countWords(control.clusters, "cluster")} that stayed on the baseline moved ×${ratioWords(control.ratio)} at the same time; it is judged beyond that.`,
  ];
}

function detectable({ power: { detectableRatio } }: Card): string {
  if (detectableRatio === null) return "";
  return ` This window can show a change of ×${ratioWords(detectableRatio)} and more.`;
}

function foundSentence(card: Card, told: Told): string {
  if (card.channel === "guardrail" || card.channel === "novelty") {
    return [...card.notes, ...explainWords(told)].join(" ") || measured(card, told);
  }
  return [
    measured(card, told),
    ...surprise(card),
    ...ratioSentence(card),
    ...controlSentence(card),
    ...explainWords(told),
    ...card.notes,
  ].join(" ");
}

function provenSentence(card: Card, told: Told): string {
  if (card.channel === "guardrail") return `${measured(card, told)} Within its limits.`;
  return [measured(card, told), ...ratioSentence(card), "The data rule out a rise of 1.25 times and more (95 %)."].join(
    " ",
  );
}

/** What a card of a signal says, by its state without a waiver. */
export function signalSentence(card: Card, told: Told): string {
  const reasons = card.notes.length === 0 ? "" : ` ${card.notes.join(" ")}`;
  switch (card.state) {
    case "INSUFFICIENT":
      return `${card.candidate.value === null ? "Not measured so far." : measured(card, told)} Too little to tell.${detectable(card)}`;
    case "NO_DATA":
      return `Not measured with the candidate.${reasons}`;
    case "STALE":
      return `It was measured with the candidate and fell silent.${reasons}`;
    case "INCOMPARABLE":
      return `Not compared.${reasons}`;
    case "NEW_NO_BASELINE":
      return `${measured(card, told)} There is no baseline to compare with.${reasons}`;
    case "CLEAN":
      return `${provenSentence(card, told)}${detectable(card)}`;
    case "IMPROVED":
      return `${provenSentence(card, told)} It got better.`;
    default:
      return foundSentence(card, told);
  }
}
