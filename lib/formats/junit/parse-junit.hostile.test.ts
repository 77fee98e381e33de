import { describe, expect, it } from "vitest";
import { byteStream } from "@/lib/testing/byte-stream";
import { FormatError } from "../format-error";
import type { JunitCase } from "./junit-case";
import { parseJunit } from "./parse-junit";

const MIB = 1024 * 1024;

/** Reads `head`, then `body` again and again, at most 64 MiB of it: what was refused, after how many bytes. */
async function refusalOf(head: string, body: string) {
  const block = Buffer.from(body.repeat(Math.ceil(4096 / body.length)));
  let sent = 0;
  async function* flood() {
    yield Buffer.from(head);
    for (; sent < 64 * MIB; sent += block.byteLength) yield block;
  }
  try {
    for await (const _ of parseJunit(flood()));
  } catch (error) {
    if (error instanceof FormatError) return { ...error.problem, sent };
    throw error;
  }
  throw new Error("not refused");
}

async function read(xml: string | Uint8Array) {
  const parsed = parseJunit(byteStream(xml, 7));
  const cases: JunitCase[] = [];
  for (;;) {
    const step = await parsed.next();
    if (step.done) return { cases, summary: step.value };
    cases.push(...step.value);
  }
}

describe("a flood is left as soon as its limit is reached", () => {
  it.each([
    ["elements 10,000 deep", "<testsuites>", "<testsuite>", 8192, /nested more than 32 deep/],
    ["an attribute without end", '<testsuites name="', "x", 2 * MIB, /longer than 1048576 characters/],
    ["the same, but for what it holds", "<testsuites name='", "\n &amp; ", 2 * MIB, /longer than 1048576 characters/],
    ["an element name without end", "<testsuites><", "x", 2 * MIB, /longer than/],
    ["an attribute name without end", "<testsuites ", "x", 2 * MIB, /longer than/],
    ["white space in a tag without end", "<testsuites ", " ", 2 * MIB, /longer than 1048576/],
    ["an end tag without end", "<testsuites></", "x", 2 * MIB, /longer than/],
    ["a document type without end", "<!DOCTYPE a ", "x", 2 * MIB, /longer than/],
    ["a document type with declarations", "<!DOCTYPE a [", "<!ENTITY a 'aaaaaaaa'>", 8192, /are not read/],
    ["declarations", "<!", "x", 8192, /are not read/],
    ["a reference without end", "<testsuites>&", "x", 8192, /no reference/],
    ["text before the root", "", "x", 8192, /outside the root/],
    ["cases inside a case", "<testsuite>", '<testcase name="a">', 8192, /inside a <testcase>/],
  ])("%s", async (_, head, body, bytes, detail) => {
    const refused = await refusalOf(head, body);
    expect(refused).toMatchObject({ code: "INVALID", detail: expect.stringMatching(detail) });
    expect(refused.sent).toBeLessThanOrEqual(bytes);
  });

  it("too many attributes, and too long ones", async () => {
    const attributes = (count: number, value: string) =>
      Array.from({ length: count }, (_, index) => ` a${index}="${value}"`).join("");
    await expect(read(`<testsuite${attributes(129, "")}/>`)).rejects.toThrow(/More than 128 attributes/);
    await expect(read(`<testsuite${attributes(3, "x".repeat(800_000))}/>`)).rejects.toThrow(/too long/);
    expect((await read(`<testsuite${attributes(128, "x")}/>`)).summary.suites).toBe(1);
  });

  it("too many cases", async () => {
    const refused = await refusalOf("<testsuite>", '<testcase name="a"/>');
    expect(refused).toMatchObject({ code: "TOO_LARGE", detail: "More than 500000 cases." });
  });
});

describe("entities", () => {
  it("refuses the billion laughs before the first of them", async () => {
    const laughs = Array.from(
      { length: 9 },
      (_, level) => `<!ENTITY lol${level + 1} "${`&lol${level};`.repeat(10)}">`,
    ).join("\n");
    const bomb = `<?xml version="1.0"?>\n<!DOCTYPE lolz [\n<!ENTITY lol0 "lol">\n${laughs}\n]>\n<testsuites>&lol9;</testsuites>`;
    await expect(read(bomb)).rejects.toMatchObject({ problem: { code: "INVALID", line: 2 } });
  });

  it.each([
    '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><testsuite><testcase name="&x;"/></testsuite>',
    '<!DOCTYPE a [<!ENTITY % x SYSTEM "http://127.0.0.1/x"> %x;]><testsuite/>',
    '<testsuite><testcase name="&x;"/></testsuite>',
  ])("refuses %s", async (xml) => {
    await expect(read(xml)).rejects.toMatchObject({ problem: { code: "INVALID" } });
  });

  it("takes a document type that declares nothing, wherever it points", async () => {
    const xml = '<!DOCTYPE testsuites SYSTEM "http://127.0.0.1:1/x.dtd">\n<testsuites/>';
    expect((await read(xml)).summary.wellFormed).toBe(true);
  });
});

describe("what is not JUnit", () => {
  it.each([
    ["<html><body>502 Bad Gateway</body></html>", "The root element is <html>, not <testsuites> or <testsuite>."],
    ['{"cases": []}', "Text outside the root element."],
    ["", "The document has no element."],
    ["<testsuite><testcase/></testsuite>", "A <testcase> without a name."],
    ['<testsuite><testcase name=" "/></testsuite>', "A <testcase> without a name."],
    ['<testsuite><testcase name="a"><testsuite/></testcase></testsuite>', "A <testsuite> inside a <testcase>."],
    ['<testsuite><testcase name="a">', "The document ends before </testcase>."],
  ])("refuses %j", async (xml, detail) => {
    await expect(read(xml)).rejects.toMatchObject({ problem: { code: "INVALID", detail, line: 1 } });
  });

  it("refuses UTF-16, and bytes that are no text", async () => {
    await expect(read(Buffer.from("\ufeff<testsuite/>", "utf16le"))).rejects.toThrow(/UTF-16/);
    await expect(read(Buffer.from("<testsuite>\n\xe9</testsuite>", "latin1"))).rejects.toMatchObject({
      problem: { code: "INVALID", detail: "Not UTF-8 at byte 12.", line: 2 },
    });
  });
});

describe("odd text", () => {
  it("keeps NUL out of what is stored, and notes it", async () => {
    const { cases, summary } = await read(
      '<testsuite name="s\0">\n<testcase name="n\0">\n<failure message="m\0">\n\0\u001b[31m</failure></testcase></testsuite>',
    );
    expect(cases[0]).toMatchObject({ suite: "s\ufffd", name: "n\ufffd", message: "m\ufffd\n\ufffd\u001b[31m" });
    expect(summary).toMatchObject({
      wellFormed: false,
      defectCount: 1,
      defects: [{ line: 1, detail: "A control character that XML does not allow." }],
    });
  });

  it("does not take names of the language for anything", async () => {
    const { cases, summary } = await read(
      '<testsuite><testcase name="constructor" __proto__="x" hasOwnProperty="y" status="toString"><constructor/></testcase></testsuite>',
    );
    expect(cases).toEqual([
      { suite: null, name: "constructor", status: "skipped", durationSeconds: null, message: null },
    ]);
    expect(summary.wellFormed).toBe(true);
  });

  it("does not count the output of a case as its result", async () => {
    const { cases } = await read(
      '<testsuite><testcase name="a"><system-out><![CDATA[<failure/>]]> &lt;failure/&gt;</system-out></testcase></testsuite>',
    );
    expect(cases[0]).toMatchObject({ status: "passed", message: null });
  });
});
