type Escapes = Readonly<Record<string, string>>;

/** xml.EscapeText of Go, used by encoding/xml for attributes and text alike. */
const GO: Escapes = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&#34;",
  "'": "&#39;",
  "\t": "&#x9;",
  "\n": "&#xA;",
  "\r": "&#xD;",
};

/** xml.etree.ElementTree of Python: text, and attributes. */
const PYTHON_TEXT: Escapes = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
const PYTHON_ATTRIBUTE: Escapes = { ...PYTHON_TEXT, '"': "&quot;", "\r": "&#13;", "\n": "&#10;", "\t": "&#09;" };

/** Playwright's junit reporter, attributes only; its text is CDATA. */
const PLAYWRIGHT: Escapes = { "&": "&amp;", '"': "&quot;", "'": "&apos;", "<": "&lt;", ">": "&gt;" };

export const ESCAPES = { go: GO, pythonText: PYTHON_TEXT, pythonAttribute: PYTHON_ATTRIBUTE, playwright: PLAYWRIGHT };

export function escapeText(text: string, escapes: Escapes): string {
  return text.replace(/[&<>"'\t\n\r]/g, (character) => escapes[character] ?? character);
}

export function cdata(text: string): string {
  return `<![CDATA[${text.replaceAll("]]>", "]]]]><![CDATA[>")}]]>`;
}

/** Names and values in order; an attribute without a value is left out, a repeated one is written again. */
export type Attributes = readonly (readonly [name: string, value: string | number | undefined])[];

export function attributesText(attributes: Attributes, escapes: Escapes): string {
  return attributes
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${escapeText(String(value), escapes)}"`)
    .join("");
}
