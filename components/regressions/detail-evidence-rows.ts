import { clockWords, dayOfMonth } from "@/components/charts/chart-ticks";
import { shortUnit, signalFigure } from "@/components/charts/signal-figures";
import { formatCount } from "@/components/ui/format-count";
import { countWords } from "@/lib/domain/readiness/words";
import type { Card } from "@/lib/domain/regressions/card";
import { ratioWords, valueWords } from "@/lib/domain/regressions/figure-words";
import type { SignalDto } from "@/lib/domain/signals/signal";

/** A row of the evidence card: a label and its lines. */
export interface EvidenceRow {
  label: string;
  lines: string[];
}

type Display = SignalDto["display"];
type Side = Card["candidate"];

/** Small p need their exponent, large ones three places. */
export function probabilityWords(p: number): string {
  if (p === 0) return "< 1e-300";
  if (p < 1e-6) return p.toExponential(1);
  return String(Number(p.toPrecision(p < 0.01 ? 2 : 3)));
}

/** Percentage points with their sign, to one decimal: "+28". */
const signedPoints = (share: number) =>
  `${share >= 0 ? "+" : "−"}${valueWords(Number((Math.abs(share) * 100).toFixed(1)))}`;
const points = (share: number) => `${signedPoints(share)} pp`;

/** "418,310 of 1.0 bn": large counts in words that fit. */
export function volumeWords(value: number): string {
  if (value >= 1e9) return `${valueWords(value / 1e9)} bn`;
  if (value >= 1e7) return `${valueWords(value / 1e6)} m`;
  return value >= 100 ? formatCount(value) : valueWords(value);
}

function ofWords({ x, n }: Side): string[] {
  return x === null || n === null ? [] : [`${volumeWords(x)} of ${volumeWords(n)}`];
}

/** "9 Jun 13:00", UTC. */
function timeWords(iso: string): string {
  const time = Date.parse(iso);
  return `${dayOfMonth(time)} ${clockWords(time)}`;
}

function spanWords({ from, to, hours }: Side): string[] {
  if (from === null || to === null) return [];
  const span = `${timeWords(from)} to ${timeWords(to)}`;
  return [hours === undefined ? span : `${hours} h, ${span}`];
}

function setAside({ flaky, quarantined, excluded, clusters }: Side): string[] {
  const parts = [
    flaky ? `${flaky} flaky` : "",
    quarantined ? `${quarantined} quarantined` : "",
    excluded ? `${excluded} excluded` : "",
    clusters !== undefined && clusters > 1 ? `${clusters} clusters of its cohort together` : "",
  ].filter(Boolean);
  return parts.length === 0 ? [] : [parts.join(", ")];
}

function sideWords(card: Card, side: Side, display: Display | null): string {
  if (side.value === null) return side.release;
  if (card.kind !== "signal") return `${side.release}, ${valueWords(side.value * 100)} % failed`;
  if (display === null) return `${side.release}, ${valueWords(side.value)}`;
  return `${side.release}, ${signalFigure(side.value, display)} ${shortUnit(display)}`;
}

function sideRow(label: string, card: Card, side: Side | null, display: Display | null): EvidenceRow {
  if (side === null) return { label, lines: ["none to compare with"] };
  return { label, lines: [sideWords(card, side, display), ...ofWords(side), ...setAside(side), ...spanWords(side)] };
}

/** A difference of shares for gates; of a signal that stands for itself, in its own unit. */
function estimateWords(measure: "difference" | "ratio", display: Display | null): (value: number) => string {
  if (measure === "ratio") return (ratio) => `×${ratioWords(ratio)}`;
  if (display === null) return signedPoints;
  return (value) => `${value >= 0 ? "+" : "−"}${signalFigure(Math.abs(value), display)}`;
}

function estimateRow({ estimate }: Card, display: Display | null): EvidenceRow[] {
  if (estimate === null) return [];
  const { measure, value, low, high, confidence, method } = estimate;
  const words = estimateWords(measure, display);
  const name = measure === "ratio" ? "Ratio" : "Difference";
  const unit = measure === "difference" && display === null ? " pp" : "";
  return [
    {
      label: `${name}, ${valueWords(confidence * 100)} % CI`,
      lines: [`${words(value)}${unit}, ${words(low)} to ${words(high)}`, method],
    },
  ];
}

function chanceRows({ p, q, pooled, compared }: Card): EvidenceRow[] {
  const rows: EvidenceRow[] = [];
  if (p !== null) {
    const corrected = q === null ? "not corrected" : probabilityWords(q);
    rows.push({
      label: "p, q",
      lines: [
        `${probabilityWords(p)}, ${corrected}`,
        ...(compared === null || compared < 2 ? [] : [`corrected for ${formatCount(compared)} comparisons`]),
      ],
    });
  }
  if (pooled !== null && pooled.clusters > 1) {
    rows.push({
      label: "All clusters",
      lines: [`p ${probabilityWords(pooled.p)}, q ${probabilityWords(pooled.q)}`, `over ${pooled.clusters} clusters`],
    });
  }
  return rows;
}

const THRESHOLD_WORDS: Readonly<Record<string, (value: number) => string>> = {
  q: (value) => `q ${valueWords(value)}`,
  ratio: (value) => `ratio ×${valueWords(value)}`,
  delta: (value) => `at least ${valueWords(value * 100)} % more`,
  failures: (value) => countWords(value, "failure"),
  difference: points,
  events: (value) => `${volumeWords(value)} events`,
};

/** A threshold of an unknown name is still shown, under its own name in words. */
function thresholdWords([name, value]: [string, number]): string {
  const known = Object.hasOwn(THRESHOLD_WORDS, name) ? THRESHOLD_WORDS[name] : undefined;
  return known?.(value) ?? `${name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)} ${valueWords(value)}`;
}

function confirmRows({ confirm, control }: Card): EvidenceRow[] {
  const rows: EvidenceRow[] = [];
  if (confirm !== null) {
    const lines = [
      confirm.p === null ? "too few hours" : `signed rank p ${probabilityWords(confirm.p)}`,
      ...(confirm.topBlockShare === null
        ? []
        : [`worst hour ${valueWords(confirm.topBlockShare * 100)} % of the excess`]),
    ];
    rows.push({ label: "Confirmed", lines });
  }
  if (control !== null) {
    rows.push({
      label: "Controls",
      lines: [
        `${countWords(control.clusters, "cluster")} on the baseline: ×${ratioWords(control.ratio)}, p ${probabilityWords(control.p)}`,
        control.moved ? "moved too" : "did not move",
      ],
    });
  }
  return rows;
}

function powerRows({ power }: Card): EvidenceRow[] {
  const lines = [
    ...(power.detectableRatio === null ? [] : [`could have shown ×${valueWords(power.detectableRatio)}`]),
    ...(power.marginProven === null ? [] : [`margin proven ${valueWords(power.marginProven * 100)} pp`]),
    ...(power.runsNeeded === null || power.runsNeeded === 0
      ? []
      : [`${countWords(power.runsNeeded, "more run")} needed`]),
  ];
  return lines.length === 0 ? [] : [{ label: "Power", lines }];
}

/** "13:31, from 13:26 to 13:36" for hours; the run's own name for runs. */
function onsetRow({ onset }: Card): EvidenceRow[] {
  if (onset === null) return [];
  const span = onset.low === onset.high ? [] : [`from ${timeWords(onset.low)} to ${timeWords(onset.high)}`];
  return [{ label: "Onset", lines: [onset.label === "" ? timeWords(onset.at) : onset.label, ...span] }];
}

/** Every number of a card in the order it is read; `display` is the signal's, null for gates. Times are UTC. */
export function evidenceRows(card: Card, display: Display | null): EvidenceRow[] {
  const thresholds = Object.entries(card.thresholds).map(thresholdWords);
  return [
    sideRow("Candidate", card, card.candidate, display),
    sideRow("Baseline", card, card.baseline, display),
    ...estimateRow(card, display),
    ...chanceRows(card),
    ...(thresholds.length === 0 ? [] : [{ label: "Thresholds", lines: [thresholds.join(", ")] }]),
    ...onsetRow(card),
    ...confirmRows(card),
    ...powerRows(card),
    { label: "Look", lines: [card.look, ...(card.nextLook === null ? [] : [`next at ${card.nextLook}`])] },
    { label: "Comparable", lines: card.notes.length === 0 ? ["yes, nothing to note"] : [...card.notes] },
    ...(card.knownChanges.length === 0 ? [] : [{ label: "Known changes", lines: [...card.knownChanges] }]),
  ];
}
