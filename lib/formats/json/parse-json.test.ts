import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { byteStream, chunkSizes } from "@/lib/testing/byte-stream";
import { FormatError } from "../format-error";
import { parseJsonDocument, parseJsonText } from "./parse-json";

function problemOf(text: string) {
  try {
    parseJsonText(text);
  } catch (error) {
    if (error instanceof FormatError) return error.problem;
    throw error;
  }
  return null;
}

/** A JSON text with one character replaced, put in or taken out. */
const spoilt = fc
  .tuple(fc.json(), fc.nat(), fc.constantFrom("", ",", "]", "}", '"', "\\", "\n", "0", "-", "tru", ":", "\u0001", "."))
  .map(([text, place, wedge]) => {
    const at = place % (text.length + 1);
    return text.slice(0, at) + wedge + text.slice(at + (place % 2));
  });

/** Only in these messages; inside a number or a literal V8 points at the character, not at the token. */
const PLACE_OF_V8 = /^SyntaxError: (?:Expected|Bad control|Unexpected non-white).*\(line (\d+) column (\d+)\)/;

describe("parseJsonText", () => {
  it.each([
    ["", 1, "Not JSON at line 1, column 1: the document ends too early."],
    ['{"a": tru}', 1, "Not JSON at line 1, column 7: unexpected t."],
    ['{\n  "a": 1,\n  "b": 2,\n}', 4, "Not JSON at line 4, column 1: unexpected }."],
    ['{"a": 1', 1, "Not JSON at line 1, column 8: the document ends too early."],
    ['["a\tb"]', 1, "Not JSON at line 1, column 4: unexpected control character U+0009."],
    ['["\\x41"]', 1, "Not JSON at line 1, column 3: unexpected \\."],
    ["[1] [2]", 1, "Not JSON at line 1, column 5: unexpected [."],
    ["[01]", 1, "Not JSON at line 1, column 3: unexpected 1."],
    ["{a: 1}", 1, "Not JSON at line 1, column 2: unexpected a."],
    ['[\n"\ud83d\udc1d" \ud83d\udc1d]', 2, "Not JSON at line 2, column 6: unexpected \ud83d\udc1d."],
  ])("says where %j goes wrong", (text, line, detail) => {
    expect(problemOf(text)).toEqual({ code: "INVALID", detail, line });
  });

  it("takes and refuses what JSON.parse does, and always finds the place", () => {
    fc.assert(
      fc.property(spoilt, (text) => {
        const problem = problemOf(text);
        expect(problem === null).toBe(isJson(text));
        expect(problem?.detail ?? "").not.toContain("not JSON");
      }),
      { numRuns: 2000 },
    );
  });

  it("agrees with V8 on the place where V8 names one", () => {
    fc.assert(
      fc.property(spoilt, (text) => {
        const [, line, column] = PLACE_OF_V8.exec(messageOfV8(text)) ?? [];
        fc.pre(line !== undefined);
        expect(problemOf(text)?.detail).toContain(`at line ${line}, column ${column}:`);
      }),
      { numRuns: 2000 },
    );
  });

  it("reads as deep as the limit and no deeper", () => {
    const nested = (depth: number) => "[".repeat(depth) + "]".repeat(depth);
    expect(problemOf(nested(64))).toBeNull();
    expect(problemOf(nested(65))?.detail).toBe("Not JSON at line 1, column 65: nested more than 64 deep.");
    expect(problemOf(nested(10_000_000))?.code).toBe("INVALID");
    expect(problemOf(`["${"[".repeat(1000)}\\"${"{".repeat(1000)}"]`)).toBeNull();
  });

  it.each(['{"__proto__": {"admin": true}, "a": 1}', '{"\\u005f_pr\\u006Fto__": {"admin": true}, "a": 1}'])(
    "leaves the prototype key out of %s",
    (text) => {
      const value = parseJsonText(text);
      expect(Object.keys(value ?? {})).toEqual(["a"]);
      expect(Object.assign({}, value)).not.toHaveProperty("admin");
    },
  );
});

describe("parseJsonDocument", () => {
  const parse = (content: string | Uint8Array, maxBytes: number, ...sizes: number[]) =>
    parseJsonDocument(byteStream(content, ...sizes), { maxBytes });

  it("reads the same document wherever the chunks end", () =>
    fc.assert(
      fc.asyncProperty(fc.json({ stringUnit: "binary" }), chunkSizes, async (text, sizes) => {
        fc.pre(!text.includes("__proto__"));
        expect(await parse(`\ufeff${text}`, 1_000_000, ...sizes)).toEqual(JSON.parse(text));
      }),
    ));

  it("counts bytes, not characters", async () => {
    expect(await parse('"€"', 5)).toBe("€");
    await expect(parse('"€"', 4)).rejects.toMatchObject({ problem: { code: "TOO_LARGE" } });
  });

  it("refuses what is not UTF-8", async () => {
    await expect(parse(Buffer.from('{"a":\n"\xff"}', "latin1"), 100)).rejects.toMatchObject({
      problem: { code: "INVALID", line: 2 },
    });
  });
});

function isJson(text: string): boolean {
  return messageOfV8(text) === "";
}

function messageOfV8(text: string): string {
  try {
    JSON.parse(text);
    return "";
  } catch (error) {
    return String(error);
  }
}
