/**
 * The text as Postgres can store it: NUL, which it refuses in text and jsonb
 * (https://www.postgresql.org/docs/18/datatype-character.html), and lone surrogates become U+FFFD; all else stays.
 */
export function stripUnstorable(text: string): string {
  const wellFormed = text.isWellFormed() ? text : text.toWellFormed();
  return wellFormed.includes("\0") ? wellFormed.replaceAll("\0", "\ufffd") : wellFormed;
}

/** At most `max` UTF-16 units, the last an ellipsis when something was cut; a surrogate pair is never halved. */
export function shorten(text: string, max: number): string {
  if (text.length <= max) return text;
  return `${text.slice(0, max - 1).replace(/[\ud800-\udbff]$/, "")}…`;
}
