/** Numbers, spans and instants as the sentences of readiness write them: UTC, short units, counts before nouns. */

const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** `1,204` */
export function numberWords(value: number): string {
  return value.toLocaleString("en-US");
}

/** `1 node`, `14 nodes`, `1,204 nodes` */
export function countWords(value: number, noun: string): string {
  return `${numberWords(value)} ${noun}${value === 1 ? "" : "s"}`;
}

/** A span as `38 min`, `36 h` or `9 d`; days from two on. */
export function spanWords(milliseconds: number): string {
  if (milliseconds < HOUR_MS) return `${Math.max(0, Math.round(milliseconds / MINUTE_MS))} min`;
  if (milliseconds < 2 * DAY_MS) return `${Math.round(milliseconds / HOUR_MS)} h`;
  return `${numberWords(Math.round(milliseconds / DAY_MS))} d`;
}

/** `8 Jun 2026` */
export function dayWords(instant: Date): string {
  return `${instant.getUTCDate()} ${MONTHS[instant.getUTCMonth()] ?? ""} ${instant.getUTCFullYear()}`;
}

/** `8 Jun 2026 09:02 UTC` */
export function instantWords(instant: Date): string {
  return `${dayWords(instant)} ${instant.toISOString().slice(11, 16)} UTC`;
}

/** `a`, `a and b`, `a, b and 3 more`: at most `shown` of them by name, out of `total`. */
export function listWords(names: readonly string[], shown: number, total = names.length): string {
  const first = names.slice(0, shown);
  const hidden = total - first.length;
  if (hidden > 0) return `${first.join(", ")} and ${numberWords(hidden)} more`;
  if (first.length < 2) return first.join("");
  return `${first.slice(0, -1).join(", ")} and ${first.at(-1)}`;
}

const LOWERED = ["No", "The", "Kernel", "Node", "Nodes", "Nothing", "None"];

/** Inside a sentence `No kernel BTF` becomes `no kernel BTF`; names such as Hubble or NAT keep their capital. */
export function midSentence(text: string): string {
  return LOWERED.some((word) => text.startsWith(`${word} `)) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

/** The other way round: what {@link midSentence} lowered begins a sentence again. */
export function startSentence(text: string): string {
  return LOWERED.some((word) => text.startsWith(`${word.toLowerCase()} `))
    ? text.charAt(0).toUpperCase() + text.slice(1)
    : text;
}
