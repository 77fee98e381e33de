import { type ExpositionFormat, METRIC_TYPES, type MetricType } from "./exposition";
import type { LineCursor } from "./line-cursor";

/** What a line that begins with `#` says. */
export type Metadata =
  | { kind: "type"; family: string; type: MetricType }
  | { kind: "unit"; family: string; unit: string }
  | { kind: "eof" | "comment" };

const TYPES: ReadonlySet<string> = new Set(METRIC_TYPES);

function isMetricType(word: string): word is MetricType {
  return TYPES.has(word);
}

/** Reads a line after its `#`. In Prometheus text a line that says nothing known is a comment. */
export function parseMetadata(cursor: LineCursor, format: ExpositionFormat): Metadata {
  if (format === "openmetrics" && cursor.rest() === " EOF") return { kind: "eof" };
  const keyword = cursor.skipBlanks().atEnd() ? "" : cursor.token("a word");
  if (keyword === "TYPE") return typeOf(cursor);
  if (keyword === "HELP") return helpOf(cursor, format);
  if (keyword === "UNIT" && format === "openmetrics") {
    return { kind: "unit", family: family(cursor), unit: cursor.skipBlanks().rest().trim() };
  }
  if (format === "openmetrics") cursor.refuse("OpenMetrics has no comments other than HELP, TYPE, UNIT and EOF");
  return { kind: "comment" };
}

function typeOf(cursor: LineCursor): Metadata {
  const name = family(cursor);
  const word = cursor.skipBlanks().token("a type");
  if (!isMetricType(word)) return cursor.refuse(`"${word.slice(0, 40)}" is no type`);
  if (!cursor.skipBlanks().atEnd()) cursor.refuse("expected the end of the line");
  return { kind: "type", family: name, type: word };
}

function helpOf(cursor: LineCursor, format: ExpositionFormat): Metadata {
  // A comment may begin with the word by chance, and only OpenMetrics has no comments.
  if (format === "openmetrics") family(cursor);
  return { kind: "comment" };
}

function family(cursor: LineCursor): string {
  return cursor.skipBlanks().sees('"') ? cursor.quoted() : cursor.metricName();
}
