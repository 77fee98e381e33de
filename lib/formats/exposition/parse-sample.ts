import type { Exemplar, ExpositionFormat, Sample } from "./exposition";
import type { LineCursor } from "./line-cursor";
import { parseGoFloat } from "./parse-float";
import { isTooLong, parseBraces } from "./parse-labels";

/** OpenMetrics 1.0, "Exemplars": the names and values of an exemplar's labels have at most 128 characters together. */
const MAX_EXEMPLAR_CHARACTERS = 128;

const NOTHING: ReturnType<typeof parseBraces> = { quotedName: null, labels: new Map() };

const COMPOSITE_START = /^\{ *[a-z_]+:/;
const COMPOSITE = /^\{[^{}"]*\}/;

const INTEGER = /^-?[0-9]{1,18}$/;

/** One line that is neither blank nor a comment. */
export function parseSample(cursor: LineCursor, format: ExpositionFormat): Sample {
  const bareName = cursor.skipBlanks().sees("{") ? null : cursor.metricName();
  const { quotedName, labels } = seesComposite(cursor.skipBlanks()) ? NOTHING : parseBraces(cursor);
  if (bareName !== null && quotedName !== null) cursor.refuse("a second name of the metric");
  const name = bareName ?? quotedName ?? cursor.refuse("the metric has no name");
  if (isTooLong(name)) cursor.refuse("the metric's name is too long");
  const value = seesComposite(cursor.skipBlanks()) ? nativeValue(cursor) : floatValue(cursor);
  const timestampMs = timestamp(cursor, format);
  const exemplar = cursor.skipBlanks().takes("#") ? parseExemplar(cursor, format) : null;
  if (!cursor.skipBlanks().atEnd()) cursor.refuse("expected the end of the line");
  return { line: cursor.line, name, labels, value, timestampMs, exemplar };
}

function floatValue(cursor: LineCursor): number {
  const token = cursor.skipBlanks().token("a value");
  return parseGoFloat(token) ?? cursor.refuse(`"${token.slice(0, 40)}" is no number`);
}

/** The braces of a native histogram hold `count:12`, those of labels never a colon after a bare name. */
function seesComposite(cursor: LineCursor): boolean {
  return cursor.sees("{") && COMPOSITE_START.test(cursor.rest());
}

/**
 * A native histogram as OpenMetrics 2.0 writes it, `{count:12,sum:3.4,schema:3,…}`:
 * https://prometheus.io/docs/specs/om/open_metrics_spec_2_0/
 */
function nativeValue(cursor: LineCursor): null {
  const composite = COMPOSITE.exec(cursor.rest())?.[0];
  return composite !== undefined && cursor.takes(composite) ? null : cursor.refuse("a brace is not closed");
}

function timestamp(cursor: LineCursor, format: ExpositionFormat): number | null {
  if (cursor.skipBlanks().atEnd() || cursor.sees("#")) return null;
  const token = cursor.token("a time");
  if (format === "prometheus") {
    return INTEGER.test(token) ? Number(token) : cursor.refuse(`"${token.slice(0, 40)}" is no time in milliseconds`);
  }
  const seconds = parseGoFloat(token);
  if (seconds === null || !Number.isFinite(seconds))
    return cursor.refuse(`"${token.slice(0, 40)}" is no time in seconds`);
  return seconds * 1000;
}

function parseExemplar(cursor: LineCursor, format: ExpositionFormat): Exemplar {
  if (format === "prometheus") cursor.refuse("exemplars are OpenMetrics: send it as application/openmetrics-text");
  if (!cursor.skipBlanks().sees("{")) cursor.refuse("expected the labels of an exemplar");
  const { quotedName, labels } = parseBraces(cursor);
  if (quotedName !== null) cursor.refuse("an exemplar has no name");
  const characters = [...labels].reduce((sum, [name, value]) => sum + [...name].length + [...value].length, 0);
  if (characters > MAX_EXEMPLAR_CHARACTERS) {
    cursor.refuse(`an exemplar's labels have more than ${MAX_EXEMPLAR_CHARACTERS} characters`);
  }
  return { labels, value: floatValue(cursor), timestampMs: timestamp(cursor, format) };
}
