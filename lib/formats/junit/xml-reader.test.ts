import fc from "fast-check";
import sax from "sax";
import { describe, expect, it } from "vitest";
import { chunkSizes } from "@/lib/testing/byte-stream";
import { XmlReader } from "./xml-reader";

/** What a reader saw: tags as arrays, texts joined until the next tag. */
type Seen = (string | [string, Record<string, string>] | [string])[];

function addText(seen: Seen, piece: string): void {
  const last = seen.at(-1);
  if (typeof last === "string") seen[seen.length - 1] = last + piece;
  else seen.push(piece);
}

function readWaggle(xml: string, sizes: readonly number[] = [xml.length]): Seen {
  const seen: Seen = [];
  const reader = new XmlReader(
    {
      open: ({ name, attributes }) => seen.push([name, Object.fromEntries(attributes)]),
      text: (piece) => addText(seen, piece),
      close: (name) => seen.push([name]),
    },
    32,
  );
  for (let start = 0, turn = 0; start < xml.length; turn++) {
    const size = sizes[turn % sizes.length] ?? 1;
    reader.write(xml.slice(start, start + size));
    start += size;
  }
  reader.end();
  return seen;
}

/** The same by sax, a parser that we did not write. */
function readSax(xml: string): Seen {
  const seen: Seen = [];
  const parser = sax.parser(true);
  let depth = 0;
  parser.onerror = (error) => {
    throw error;
  };
  parser.onopentag = ({ name, attributes }) => {
    depth++;
    seen.push([name, Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, String(value)]))]);
  };
  parser.ontext = (text) => depth > 0 && addText(seen, text);
  parser.oncdata = (text) => addText(seen, text);
  parser.onclosetag = (name) => {
    depth--;
    seen.push([name]);
  };
  parser.write(xml).close();
  return seen;
}

function outcome(read: () => Seen): Seen | "refused" {
  try {
    return read();
  } catch {
    return "refused";
  }
}

const escapeXml = (text: string) =>
  text
    .replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
    .replace(/[aeiou]/g, (vowel) => `&#x${vowel.charCodeAt(0).toString(16)};`);

const name = fc.constantFrom("testsuite", "testcase", "failure", "system-out", "ns:a.b", "_x", "élan");
const content = fc
  .string({ unit: "grapheme", maxLength: 12 })
  .map((text) => text.replace(/[\p{Cc}\ufffe\uffff]/gu, "?"));

/** Well-formed documents with everything that reports use. */
const document = fc.letrec<{ node: string; element: string }>((tie) => ({
  element: fc
    .record({
      name,
      attributes: fc.dictionary(name, content, { maxKeys: 3 }),
      quote: fc.constantFrom('"', "'"),
      space: fc.constantFrom("", " ", "\n\t"),
      children: fc.array(tie("node"), { maxLength: 4 }),
    })
    .map(({ name: tag, attributes, quote, space, children }) => {
      const written = Object.entries(attributes).map(
        ([key, value]) => `\n${key}${space}=${space}${quote}${escapeXml(value)}${quote}`,
      );
      const opening = `<${tag}${written.join("")}${space}`;
      return children.length === 0 ? `${opening}/>` : `${opening}>${children.join("")}</${tag}${space}>`;
    }),
  node: fc.oneof(
    { depthSize: "small" },
    content.map(escapeXml),
    content.map((text) => `<![CDATA[${text.replaceAll("]", ")")}]]>`),
    content.map((text) => `<!--${text.replaceAll("-", "+")}-->`),
    fc.constantFrom("<?pi x?>", "&amp;&lt;&gt;&quot;&apos;", "]]", "\r\n"),
    tie("element"),
  ),
})).element;

/** Pieces of markup in any order: hardly ever a document. */
const soup = fc
  .array(
    fc.constantFrom(
      ..."<a>|</a>|<b x='1'>|</b >|<b y=\"2\"/>|<a|b=|>|/>|/|<|'|\"|x|=| |&amp;|&#65;|&#x1F41D;|&#xD800;|&#0;|&nbsp;|&|;|<!-- c -->|<![CDATA[d]]>|]]>|\n".split(
        "|",
      ),
    ),
    { maxLength: 9 },
  )
  .map((pieces) => pieces.join(""));

describe("XmlReader and sax", () => {
  it("see the same in every well-formed document, wherever its pieces end", () => {
    fc.assert(
      fc.property(document, chunkSizes, (xml, sizes) => {
        const whole = readSax(xml);
        expect(readWaggle(xml)).toEqual(whole);
        expect(readWaggle(`<?xml version="1.0"?>\n<!DOCTYPE a>\n${xml}\n<!-- end -->`, sizes)).toEqual(whole);
      }),
      { numRuns: 300 },
    );
  });

  it("agree on what is not XML: nothing is taken that sax refuses, nor read otherwise", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          soup,
          soup.map((inner) => `<a>${inner}</a>`),
        ),
        chunkSizes,
        (xml, sizes) => {
          const seen = outcome(() => readWaggle(xml, sizes));
          expect(outcome(() => readWaggle(xml))).toEqual(seen);
          if (seen !== "refused") expect(outcome(() => readSax(xml))).toEqual(seen);
        },
      ),
      { numRuns: 5000 },
    );
  });
});

describe("XmlReader", () => {
  it.each([
    ["", 1, "The document has no element."],
    ["\n \n", 3, "The document has no element."],
    ["not xml", 1, "Text outside the root element."],
    ["<a>\n<b>\n</a>", 3, "</a> stands where </b> should."],
    ["<a>\n\n\n<b>\n</a>", 5, "</a> stands where </b> should."],
    ["<a>\n<b/>", 2, "The document ends before </a>."],
    ["<a>\n<b", 2, "The document ends in the middle of its markup."],
    ["<a x='1", 1, "The document ends in the middle of its markup."],
    ["<a/>\n<b/>", 2, "<b> comes after the end of the document."],
    ["<a/>\ntrailing", 2, "Text outside the root element."],
    ["<a/>\n<![CDATA[trailing]]>", 2, "Text outside the root element."],
    ["<a/></a>", 1, "</a> closes nothing."],
    ["<a><!-- ", 1, "The document ends in the middle of its markup."],
    ["<a>\n<b c></b></a>", 2, 'A tag holds something other than name="value".'],
    ["<a>\n1 < 2</a>", 2, "A < that does not begin a tag."],
    ["<a>\nTom & Jerry</a>", 2, "An & that is no reference to one of XML's own five entities."],
    ["<a>&nbsp;</a>", 1, "An & that is no reference to one of XML's own five entities."],
    ["<a>&#xD800;</a>", 1, "An & that is no reference to one of XML's own five entities."],
    ["<a>&#0;</a>", 1, "An & that is no reference to one of XML's own five entities."],
    ["<!DOCTYPE a [\n<!ENTITY x 'y'>]><a>&x;</a>", 1, "Declarations of entities, elements or notations are not read."],
    ["<!ENTITY x 'y'><a/>", 1, "Declarations of entities, elements or notations are not read."],
    ["<a><!DOCTYPE a></a>", 1, "A document type after the beginning of the root element."],
  ])("refuses %j", (xml, line, detail) => {
    for (const sizes of [[1], [xml.length || 1]]) {
      expect(() => readWaggle(xml, sizes)).toThrow(
        expect.objectContaining({ problem: { code: "INVALID", detail, line } }),
      );
    }
  });

  it("hands on the text of an element as it comes, and holds none of it", () => {
    let longest = 0;
    const reader = new XmlReader(
      {
        open: () => undefined,
        text: (piece) => {
          longest = Math.max(longest, piece.length);
        },
        close: () => undefined,
      },
      32,
    );
    reader.write("<a><![CDATA[");
    for (let piece = 0; piece < 100; piece++) reader.write("x]".repeat(500));
    reader.write("]]></a>");
    reader.end();
    expect(longest).toBeLessThan(1100);
  });
});
