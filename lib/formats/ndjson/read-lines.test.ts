import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { byteStream, chunkSizes, collect } from "@/lib/testing/byte-stream";
import { readLines } from "./read-lines";

const lines = (content: string | Uint8Array, maxLineBytes = 100, ...sizes: number[]) =>
  collect(readLines(byteStream(content, ...sizes), { maxLineBytes }));

describe("readLines", () => {
  it("numbers lines from 1, skips blank ones and needs no newline at the end", async () => {
    expect(await lines('{"a":1}\r\n\n  \n{"b":2}\nlast')).toEqual([
      { line: 1, text: '{"a":1}' },
      { line: 4, text: '{"b":2}' },
      { line: 5, text: "last" },
    ]);
  });

  it("holds a line of just the limit, with CRLF too, and goes on after one that is longer", async () => {
    const max = "x".repeat(10);
    for (const size of [1, 4, 1000]) {
      expect(await lines(`${max}\n${max}\r\n${max}y\n${max}yz\nok`, 10, size)).toEqual([
        { line: 1, text: max },
        { line: 2, text: max },
        { line: 3, tooLong: true },
        { line: 4, tooLong: true },
        { line: 5, text: "ok" },
      ]);
    }
  });

  it("goes on after a line that is not UTF-8", async () => {
    expect(await lines(Buffer.from("one\ntw\xf6\nthree", "latin1"), 100, 2)).toEqual([
      { line: 1, text: "one" },
      { line: 2, notUtf8: true },
      { line: 3, text: "three" },
    ]);
  });

  it("gives the same lines wherever the chunks end", () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: "grapheme" })), chunkSizes, async (texts, sizes) => {
        const content = texts.join("\n");
        expect(await lines(content, 30, ...sizes)).toEqual(await lines(content, 30));
      }),
    ));

  it("reads a source that uses its buffer again", async () => {
    const buffer = new Uint8Array(2);
    async function* reused() {
      for (const pair of ["ab", "c\n", "de"]) {
        buffer.set(Buffer.from(pair));
        yield buffer;
      }
    }
    const read = await collect(readLines(reused(), { maxLineBytes: 100 }));
    expect(read).toEqual([
      { line: 1, text: "abc" },
      { line: 2, text: "de" },
    ]);
  });

  it("does not hold a line without end", async () => {
    async function* endless() {
      for (let sent = 0; sent < 2000; sent++) yield new Uint8Array(64 * 1024).fill(0x78);
      yield Buffer.from("\nok");
    }
    const before = process.memoryUsage().arrayBuffers;
    const read = await collect(readLines(endless(), { maxLineBytes: 1000 }));
    expect(read).toEqual([
      { line: 1, tooLong: true },
      { line: 2, text: "ok" },
    ]);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(64 * 1024 * 1024);
  });
});
