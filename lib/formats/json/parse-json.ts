import { decodeUtf8 } from "../decode-utf8";
import { FormatError } from "../format-error";
import { limitBytes } from "../limit-bytes";
import { MAX_JSON_DEPTH } from "../limits";
import { findJsonProblem, findTooDeep } from "./scan-json";

/** Set on an object it is only a key, but code that copies keys one by one would set the prototype with it. */
const PROTOTYPE_KEY = "__proto__";

/** The key as it may be spelled: with a letter escaped it is the same key. */
const MAY_HAVE_PROTOTYPE_KEY = /__proto__|\\u00(?:5f|7[0-4]|6f)/i;

/**
 * Reads one JSON document (RFC 8259, UTF-8). Of a repeated key the last value holds; `__proto__` keys are left out.
 * @throws FormatError TOO_LARGE beyond `maxBytes`, INVALID with the line when it is not JSON or nests too deep.
 */
export async function parseJsonDocument(
  bytes: AsyncIterable<Uint8Array>,
  { maxBytes, maxDepth = MAX_JSON_DEPTH }: { maxBytes: number; maxDepth?: number },
): Promise<unknown> {
  const pieces: string[] = [];
  for await (const piece of decodeUtf8(limitBytes(bytes, maxBytes))) pieces.push(piece);
  return parseJsonText(pieces.join(""), { maxDepth });
}

/** As parseJsonDocument, for a text whose size was limited before. */
export function parseJsonText(text: string, { maxDepth = MAX_JSON_DEPTH }: { maxDepth?: number } = {}): unknown {
  const tooDeep = findTooDeep(text, maxDepth);
  if (tooDeep !== -1) throw invalid(text, tooDeep, `nested more than ${maxDepth} deep`);
  try {
    return MAY_HAVE_PROTOTYPE_KEY.test(text) ? JSON.parse(text, dropPrototypeKey) : JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const { at, detail } = findJsonProblem(text);
    throw invalid(text, at, detail);
  }
}

/** A reviver leaves out what it returns undefined for. */
function dropPrototypeKey(key: string, value: unknown): unknown {
  return key === PROTOTYPE_KEY ? undefined : value;
}

function invalid(text: string, at: number, detail: string): FormatError {
  const before = text.slice(0, at);
  const line = before.split("\n").length;
  const column = at - before.lastIndexOf("\n");
  return new FormatError({ code: "INVALID", detail: `Not JSON at line ${line}, column ${column}: ${detail}.`, line });
}
