import type { Explain } from "@/lib/domain/regressions/regression";

/** A piece of a sentence; `strong` is what a reader must not miss. */
export interface SentencePart {
  text: string;
  strong: boolean;
}

const ODDS = /\b(?:less than )?1 time in (?:[\d,]+|a billion)/g;
const CORRECTED = /\bq [=<] [\d.]+/g;

interface Span {
  from: number;
  to: number;
}

function matches(sentence: string, pattern: RegExp): Span[] {
  return [...sentence.matchAll(pattern)].map((found) => ({
    from: found.index,
    // A figure may end a sentence; its full stop is not part of it.
    to: found.index + found[0].replace(/[.,]+$/, "").length,
  }));
}

/** From the figure that begins the clause to the value it is about: "99 % of the excess is on kernel 5.15". */
function clauseOf(sentence: string, { label, value }: Pick<Explain, "label" | "value">): Span[] {
  const at = sentence.indexOf(value);
  if (value === "" || at < 0) return [];
  const before = sentence.slice(0, at);
  // A sentence ends with a stop and a space; the stop within 5.15 has none.
  const start = Math.max(before.lastIndexOf(". "), before.lastIndexOf("; "));
  const from = start < 0 ? 0 : start + 2;
  const clause = sentence.slice(from, at);
  return /^[\d>]/.test(clause) || clause.includes(label) ? [{ from, to: at + value.length }] : [];
}

function joined(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (last !== undefined && span.from <= last.to) last.to = Math.max(last.to, span.to);
    else result.push({ ...span });
  }
  return result;
}

/**
 * The honest sentence with what matters in it picked out: how often chance alone would do this, what is left after
 * correcting, and what carries it. The text itself is never changed.
 */
export function emphasise(sentence: string, explains: readonly Pick<Explain, "label" | "value">[]): SentencePart[] {
  const [first] = explains.filter(({ value }) => sentence.includes(value));
  const spans = joined([
    ...matches(sentence, ODDS),
    ...matches(sentence, CORRECTED),
    ...(first === undefined ? [] : clauseOf(sentence, first)),
  ]);
  const parts: SentencePart[] = [];
  let at = 0;
  for (const { from, to } of spans) {
    if (from > at) parts.push({ text: sentence.slice(at, from), strong: false });
    parts.push({ text: sentence.slice(from, to), strong: true });
    at = to;
  }
  if (at < sentence.length) parts.push({ text: sentence.slice(at), strong: false });
  return parts;
}
