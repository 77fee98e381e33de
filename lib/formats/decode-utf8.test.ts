import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { byteStream, chunkSizes, collect } from "@/lib/testing/byte-stream";
import { decodeUtf8 } from "./decode-utf8";

const decode = async (bytes: string | Uint8Array, ...sizes: number[]) =>
  (await collect(decodeUtf8(byteStream(bytes, ...sizes)))).join("");

describe("decodeUtf8", () => {
  it("gives the same text wherever the chunks end", () =>
    fc.assert(
      fc.asyncProperty(
        fc.constantFrom("", "\ufeff"),
        fc.string({ unit: "binary" }),
        chunkSizes,
        async (mark, text, sizes) => {
          expect(await decode(`${mark}{"${text}`, ...sizes)).toBe(`{"${text}`);
        },
      ),
    ));

  it("refuses just what the platform's decoder refuses, at the same byte wherever the chunks end", () =>
    fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 4, maxLength: 40 }), chunkSizes, async (tail, sizes) => {
        const bytes = Buffer.concat([Buffer.from("text\n"), tail]);
        const whole = await decode(bytes).catch((error: unknown) => error);
        const cut = await decode(bytes, ...sizes).catch((error: unknown) => error);
        expect(cut).toEqual(whole);
        expect(typeof whole === "string").toBe(Buffer.from(bytes.toString("utf8")).equals(bytes));
      }),
    ));

  it.each([
    ["a stray byte", Buffer.from("one\ntwo\xff", "latin1"), "Not UTF-8 at byte 7.", 2],
    ["a surrogate", Buffer.from([0x61, 0x62, 0x63, 0x0a, 0xed, 0xa0, 0x80]), "Not UTF-8 at byte 4.", 2],
    ["a character cut off at the end", Buffer.from("long\n\u20ac").subarray(0, -1), "Not UTF-8 at byte 5.", 2],
    ["an overlong slash", Buffer.from("....\xc0\xaf", "latin1"), "Not UTF-8 at byte 4.", 1],
    ["UTF-16 with a mark", Buffer.from("\ufeff<a/>", "utf16le"), "The document is UTF-16; only UTF-8 is read.", 1],
    ["UTF-16 without one", Buffer.from("<a/>", "utf16le"), "The document is UTF-16; only UTF-8 is read.", 1],
    [
      "UTF-16, big end first",
      Buffer.from("<a/>", "utf16le").swap16(),
      "The document is UTF-16; only UTF-8 is read.",
      1,
    ],
  ])("refuses %s", async (_, bytes, detail, line) => {
    for (const size of [1, 3, 64]) {
      await expect(decode(bytes, size)).rejects.toMatchObject({ problem: { code: "INVALID", detail, line } });
    }
  });

  it("drops one byte order mark at the beginning and no other", async () => {
    expect(await decode("\ufeff\ufeffa\ufeff", 1)).toBe("\ufeffa\ufeff");
  });

  it("hands on one big chunk in small pieces", async () => {
    const pieces = await collect(decodeUtf8(byteStream("x".repeat(1_000_000))));
    expect(Math.max(...pieces.map((piece) => piece.length))).toBe(65_536);
  });

  it("reads a source that uses its buffer again", async () => {
    const buffer = new Uint8Array(1);
    async function* reused() {
      for (const byte of Buffer.from("€uro")) {
        buffer[0] = byte;
        yield buffer;
      }
    }
    expect((await collect(decodeUtf8(reused()))).join("")).toBe("€uro");
  });
});
