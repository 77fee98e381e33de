import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shorten, stripUnstorable } from "./storable-text";

const anyText = fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)) });

describe("stripUnstorable", () => {
  it.each([
    ["plain", "plain"],
    ["a\0b", "a\ufffdb"],
    ["\ud800 and \udc00", "\ufffd and \ufffd"],
    ["a bee \ud83d\udc1d", "a bee \ud83d\udc1d"],
    ["\u001b[31mred", "\u001b[31mred"],
  ])("%j", (text, stored) => {
    expect(stripUnstorable(text)).toBe(stored);
  });

  it("keeps the length, and leaves nothing to strip", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const stored = stripUnstorable(text);
        expect(stored).toHaveLength(text.length);
        expect(stored).not.toContain("\0");
        expect(Buffer.from(stored).toString()).toBe(stored);
      }),
    );
  });
});

describe("shorten", () => {
  it.each([
    ["12345", 5, "12345"],
    ["123456", 5, "1234…"],
    ["123\ud83d\udc1d6", 5, "123…"],
  ])("%j to %i", (text, max, short) => {
    expect(shorten(text, max)).toBe(short);
  });
});
