import { type Attributes, attributesText, cdata, ESCAPES, escapeText } from "./xml";

export const GO_XML_HEADER = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** An element as Go's encoding/xml writes it: an empty one has an end tag too. */
export interface GoElement {
  name: string;
  attributes: Attributes;
  text?: string;
  cdata?: string;
  children?: readonly GoElement[];
}

/** Writes an element as an indenting encoder does: `prefix` before every line, `indent` once more for each level. */
export function goXml(element: GoElement, prefix: string, indent: string, level = 0): string {
  const margin = prefix + indent.repeat(level);
  const start = `<${element.name}${attributesText(element.attributes, ESCAPES.go)}>`;
  const end = `</${element.name}>`;
  const children = element.children ?? [];
  const text = element.cdata === undefined ? escapeText(element.text ?? "", ESCAPES.go) : cdata(element.cdata);
  if (children.length === 0) return `${margin}${start}${text}${end}`;
  const lines = children.map((child) => goXml(child, prefix, indent, level + 1));
  return [`${margin}${start}${text}`, ...lines, `${margin}${end}`].join("\n");
}

/** A slice field with `omitempty`: absent when zero. */
export function unlessZero(count: number): number | undefined {
  return count === 0 ? undefined : count;
}

/** RFC 3339 without fractions, in UTC. */
export function rfc3339(instant: Date): string {
  return instant.toISOString().replace(/\.\d{3}Z$/, "Z");
}
