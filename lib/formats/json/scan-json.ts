/** A place in a JSON text, and what is wrong there. */
export interface JsonProblem {
  at: number;
  detail: string;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const FIRST_PRINTABLE = 0x20;
const OPENING = new Set([0x5b, 0x7b]);
const CLOSING = new Set([0x5d, 0x7d]);

/** Where the text nests deeper than `max`, or -1. Linear, without recursion: this runs before anything parses. */
export function findTooDeep(text: string, max: number): number {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = endOfString(text, at);
    else if (OPENING.has(code) && ++depth > max) return at;
    else if (CLOSING.has(code)) depth--;
  }
  return -1;
}

/** The closing quote of the string that begins at `start`, or the end of the text. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) return at;
    if (code === BACKSLASH) at++;
  }
  return text.length;
}

const WHITE_SPACE = /[ \t\r\n]*/y;
const SCALAR = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/**
 * Where a text that JSON.parse refused stops being JSON (RFC 8259): its own message names the place only at times.
 * Recursive, so the depth must have been checked before.
 */
export function findJsonProblem(text: string): JsonProblem {
  let at = 0;

  const take = (token: RegExp): boolean => {
    token.lastIndex = at;
    const found = token.test(text);
    if (found) at = token.lastIndex;
    return found;
  };
  const next = (): string => {
    take(WHITE_SPACE);
    return text[at] ?? "";
  };
  const skip = (character: string): boolean => {
    if (next() !== character) return false;
    at++;
    return true;
  };

  const readString = (): boolean => {
    if (!skip('"')) return false;
    while (at < text.length && text[at] !== '"') {
      if (text[at] === "\\") {
        if (!take(ESCAPE)) return false;
      } else {
        if (text.charCodeAt(at) < FIRST_PRINTABLE) return false;
        at++;
      }
    }
    return skip('"');
  };
  const readList = (close: string, readItem: () => boolean): boolean => {
    if (skip(close)) return true;
    do {
      if (!readItem()) return false;
    } while (skip(","));
    return skip(close);
  };
  const readValue = (): boolean => {
    if (skip("{")) return readList("}", () => readString() && skip(":") && readValue());
    if (skip("[")) return readList("]", readValue);
    return next() === '"' ? readString() : take(SCALAR);
  };

  const complete = readValue() && next() === "";
  return { at, detail: complete ? "not JSON" : detailAt(text, at) };
}

function detailAt(text: string, at: number): string {
  const code = text.codePointAt(at);
  if (code === undefined) return "the document ends too early";
  if (code < FIRST_PRINTABLE)
    return `unexpected control character U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
  return `unexpected ${String.fromCodePoint(code)}`;
}
