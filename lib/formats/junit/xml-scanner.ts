import { MAX_XML_TOKEN_LENGTH } from "../limits";
import * as grammar from "./xml-grammar";
import { resolvableLength, resolveReferences } from "./xml-references";

export interface XmlTokens {
  startTag(name: string): void;
  attribute(name: string, value: string): void;
  startTagEnd(isEmptyElement: boolean): void;
  endTag(name: string): void;
  text(piece: string): void;
  doctype(): void;
  /** Must throw: what comes next is not XML. */
  refuse(detail: string): never;
}

type State = "content" | "tag" | "comment" | "instruction" | "cdata";

/**
 * Cuts XML that arrives in pieces into tokens. It holds no more than one token, of at most MAX_XML_TOKEN_LENGTH, and of
 * text nothing: text is handed on in as many pieces as it comes. Whether tags match is for the reader of the tokens.
 *
 * No library does this for us: sax drops a repeated attribute without a word and takes three times as long, which would
 * make reading a report dearer than writing its rows with COPY; saxes keeps the text of an element whole. The tests
 * hold it against sax.
 */
export class XmlScanner {
  private buffer = "";
  private at = 0;
  private state: State = "content";
  /** Length at which it is worth looking at a token again that was cut off, so that small pieces stay cheap. */
  private wanted = 0;
  private lines = 1;
  /** Where the first newline is that `lines` does not count yet. */
  private newline = Number.POSITIVE_INFINITY;

  constructor(private readonly tokens: XmlTokens) {}

  /** The line that is being read, from 1. */
  get line(): number {
    for (; this.newline < this.at; this.lines++) this.newline = this.newlineFrom(this.newline + 1);
    return this.lines;
  }

  write(text: string): void {
    this.buffer += text;
    if (this.buffer.length - this.at >= this.wanted) this.scan();
  }

  end(): void {
    this.scan();
    if (this.state !== "content" || this.at < this.buffer.length) {
      this.tokens.refuse("The document ends in the middle of its markup.");
    }
  }

  private scan(): void {
    this.forget();
    while (this.at < this.buffer.length && this.step());
  }

  /** Drops what was read. */
  private forget(): void {
    this.lines = this.line;
    this.buffer = this.buffer.slice(this.at);
    this.at = 0;
    this.newline = this.newlineFrom(0);
    this.wanted = 0;
  }

  private newlineFrom(start: number): number {
    const at = this.buffer.indexOf("\n", start);
    return at === -1 ? Number.POSITIVE_INFINITY : at;
  }

  /** Reads one token. False when more text is needed for it. */
  private step(): boolean {
    if (this.state === "content") return this.readContent();
    if (this.state === "tag") return this.readInTag();
    if (this.state === "comment") return this.skipTo("-->");
    return this.state === "cdata" ? this.readCdata() : this.skipTo("?>");
  }

  private readContent(): boolean {
    if (this.buffer[this.at] !== "<") return this.readText();
    const next = this.buffer[this.at + 1];
    if (next === "/") return this.readEndTag();
    if (next === "!") return this.readDeclaration();
    return next === "?" ? this.enter("instruction", "<?") : this.readStartTag();
  }

  private readText(): boolean {
    const end = this.buffer.indexOf("<", this.at);
    const raw = this.buffer.slice(this.at, end === -1 ? undefined : end);
    const length = end === -1 ? resolvableLength(raw) : raw.length;
    if (length === 0) return false;
    this.at += length;
    this.tokens.text(this.resolve(raw.slice(0, length)));
    return true;
  }

  private readStartTag(): boolean {
    const match = this.match(grammar.START_TAG);
    if (match === null) return this.awaitRest(grammar.PARTIAL_START_TAG, "A < that does not begin a tag.");
    this.state = "tag";
    this.tokens.startTag(match[1] ?? "");
    return true;
  }

  private readInTag(): boolean {
    const attribute = this.match(grammar.ATTRIBUTE);
    if (attribute !== null) {
      const [, name = "", double, single = ""] = attribute;
      this.tokens.attribute(name, this.resolve(double ?? single));
      return true;
    }
    const end = this.match(grammar.START_TAG_END);
    if (end === null)
      return this.awaitRest(grammar.PARTIAL_ATTRIBUTE, 'A tag holds something other than name="value".');
    this.state = "content";
    this.tokens.startTagEnd(end[1] === "/");
    return true;
  }

  private readEndTag(): boolean {
    const match = this.match(grammar.END_TAG);
    if (match === null) return this.awaitRest(grammar.PARTIAL_END_TAG, "An end tag is more or less than a name.");
    this.tokens.endTag(match[1] ?? "");
    return true;
  }

  private readDeclaration(): boolean {
    if (this.buffer.startsWith("<!--", this.at)) return this.enter("comment", "<!--");
    if (this.buffer.startsWith("<![CDATA[", this.at)) return this.enter("cdata", "<![CDATA[");
    if (this.match(grammar.DOCTYPE) !== null) {
      this.tokens.doctype();
      return true;
    }
    const begun = this.buffer.slice(this.at, this.at + "<![CDATA[".length);
    if (["<!--", "<![CDATA[", "<!DOCTYPE"].some((whole) => whole !== begun && whole.startsWith(begun))) return false;
    return this.awaitRest(grammar.PARTIAL_DOCTYPE, "Declarations of entities, elements or notations are not read.");
  }

  private enter(state: State, opening: string): boolean {
    this.state = state;
    this.at += opening.length;
    return true;
  }

  private readCdata(): boolean {
    const start = this.at;
    const closed = this.skipTo("]]>");
    const text = this.buffer.slice(start, closed ? this.at - "]]>".length : this.at);
    if (text !== "") this.tokens.text(text);
    return closed;
  }

  /** Goes on behind the closing mark, or as far as it cannot have begun. */
  private skipTo(mark: string): boolean {
    const end = this.buffer.indexOf(mark, this.at);
    if (end === -1) {
      this.at = Math.max(this.at, this.buffer.length - mark.length + 1);
      return false;
    }
    this.at = end + mark.length;
    this.state = "content";
    return true;
  }

  private match(token: RegExp): RegExpExecArray | null {
    token.lastIndex = this.at;
    const match = token.exec(this.buffer);
    if (match === null) return null;
    if (match[0].length > MAX_XML_TOKEN_LENGTH) this.refuseLength();
    this.at = token.lastIndex;
    return match;
  }

  /** Leaves what is cut off for the next piece; refuses what no next piece could make right. */
  private awaitRest(partial: RegExp, detail: string): false {
    partial.lastIndex = this.at;
    const held = this.buffer.length - this.at;
    if (held > MAX_XML_TOKEN_LENGTH) this.refuseLength();
    if (!partial.test(this.buffer)) this.tokens.refuse(detail);
    this.wanted = 2 * held;
    return false;
  }

  private refuseLength(): never {
    return this.tokens.refuse(`A tag or an attribute is longer than ${MAX_XML_TOKEN_LENGTH} characters.`);
  }

  private resolve(raw: string): string {
    return resolveReferences(raw) ?? this.tokens.refuse("An & that is no reference to one of XML's own five entities.");
  }
}
