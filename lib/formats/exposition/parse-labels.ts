import { MAX_EXPOSITION_LABELS, MAX_EXPOSITION_TEXT_BYTES } from "../limits";
import type { Labels } from "./exposition";
import type { LineCursor } from "./line-cursor";

const NO_LABELS: Labels = new Map();

/** The part in braces, or none: labels, and a metric's name where it is written in quotes there. */
export function parseBraces(cursor: LineCursor): { quotedName: string | null; labels: Labels } {
  if (!cursor.takes("{")) return { quotedName: null, labels: NO_LABELS };
  let quotedName: string | null = null;
  const pairs: [string, string][] = [];
  while (!cursor.skipBlanks().takes("}")) {
    const isQuoted = cursor.sees('"');
    const name = isQuoted ? cursor.quoted() : cursor.labelName();
    if (cursor.skipBlanks().takes("=")) pairs.push([name, labelValue(cursor)]);
    else if (isQuoted && quotedName === null) quotedName = name;
    else cursor.refuse(isQuoted ? "a second name of the metric" : "expected =");
    checkName(cursor, name);
    if (pairs.length > MAX_EXPOSITION_LABELS) cursor.refuse(`more than ${MAX_EXPOSITION_LABELS} labels`);
    if (!cursor.skipBlanks().takes(",") && !cursor.sees("}")) cursor.refuse("expected , or }");
  }
  return { quotedName, labels: toLabels(cursor, pairs) };
}

function labelValue(cursor: LineCursor): string {
  if (!cursor.skipBlanks().sees('"')) cursor.refuse("expected a value in quotes");
  const value = cursor.quoted();
  if (isTooLong(value)) cursor.refuse(`a value of more than ${MAX_EXPOSITION_TEXT_BYTES} bytes`);
  return value;
}

/** `__name__` is the metric's name, which stands elsewhere. */
function checkName(cursor: LineCursor, name: string): void {
  if (name === "" || name === "__name__") cursor.refuse(name === "" ? "an empty name" : "__name__ is no label");
  if (isTooLong(name)) cursor.refuse(`a name of more than ${MAX_EXPOSITION_TEXT_BYTES} bytes`);
}

export function isTooLong(text: string): boolean {
  // No character has more than three bytes a UTF-16 unit.
  return text.length * 3 > MAX_EXPOSITION_TEXT_BYTES && Buffer.byteLength(text) > MAX_EXPOSITION_TEXT_BYTES;
}

/** In the order of the names; without those that are empty, which Prometheus holds to be absent. */
function toLabels(cursor: LineCursor, pairs: readonly [string, string][]): Labels {
  const sorted = pairs.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const labels = new Map<string, string>();
  let previous: string | null = null;
  for (const [name, value] of sorted) {
    if (name === previous) cursor.refuse(`the label ${name} twice`);
    previous = name;
    if (value !== "") labels.set(name, value);
  }
  return labels;
}
