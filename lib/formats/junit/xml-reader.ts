import { FormatError } from "../format-error";
import { MAX_XML_ATTRIBUTES, MAX_XML_ATTRIBUTES_LENGTH, MAX_XML_NAME_LENGTH, MAX_XML_REPEATED_LENGTH } from "../limits";
import { XmlDefects } from "./xml-defects";
import { XmlScanner, type XmlTokens } from "./xml-scanner";

export interface XmlElement {
  name: string;
  /** Of a repeated attribute the first value; the others are in `repeated`. */
  attributes: ReadonlyMap<string, string>;
  repeated: readonly (readonly [name: string, value: string])[];
  /** 1 for the root. */
  depth: number;
  line: number;
}

export interface XmlHandler {
  open(element: XmlElement): void;
  /** Character data, in as many pieces as it comes: a long text is never held as a whole. */
  text(piece: string): void;
  close(name: string, depth: number): void;
}

/**
 * Reads XML as a stream, in constant memory. One thing that XML forbids is put up with and noted as a defect: an
 * element that repeats an attribute, because cilium-cli writes that (its `failure` has one `failureMessage` for each
 * failed action; cilium-cli/connectivity/internal/junit in cilium/cilium). Control characters are noted too. All else
 * is refused: other ill-formedness, entities beyond XML's own five, a document type with declarations of its own.
 * @throws FormatError INVALID from `write` and `end`, and whatever the handler throws.
 */
export class XmlReader implements XmlTokens {
  readonly defects = new XmlDefects();
  private readonly scanner = new XmlScanner(this);
  /** Names of the open elements from the root in; null before the root. */
  private path: string[] | null = null;
  private name = "";
  private attributes = new Map<string, string>();
  private attributesLength = 0;
  private repeated: [string, string][] = [];
  private repeatedLength = 0;

  constructor(
    private readonly handler: XmlHandler,
    private readonly maxDepth: number,
  ) {}

  write(text: string): void {
    this.defects.arrive(text);
    this.scanner.write(text);
  }

  end(): void {
    this.scanner.end();
    if (this.path === null) this.refuse("The document has no element.");
    const open = this.path.at(-1);
    if (open !== undefined) this.refuse(`The document ends before </${open}>.`);
  }

  startTag(name: string): void {
    this.checkName(name);
    this.name = name;
    this.attributes = new Map();
    this.attributesLength = 0;
    this.repeated = [];
    this.repeatedLength = 0;
  }

  attribute(name: string, value: string): void {
    this.checkName(name);
    this.defects.inspect(value, this.scanner.line);
    if (this.attributes.has(name)) this.addRepeated(name, value);
    else this.addAttribute(name, value);
  }

  startTagEnd(isEmptyElement: boolean): void {
    const { name, attributes, repeated } = this;
    if (this.path?.length === 0) this.refuse(`<${name}> comes after the end of the document.`);
    this.path ??= [];
    this.path.push(name);
    const depth = this.path.length;
    if (depth > this.maxDepth) this.refuse(`Elements are nested more than ${this.maxDepth} deep.`);
    this.handler.open({ name, attributes, repeated, depth, line: this.scanner.line });
    if (isEmptyElement) this.endTag(name);
  }

  endTag(name: string): void {
    const open = this.path?.at(-1);
    if (this.path === null || open === undefined) this.refuse(`</${name}> closes nothing.`);
    if (open !== name) this.refuse(`</${name}> stands where </${open}> should.`);
    this.handler.close(name, this.path.length);
    this.path.pop();
  }

  text(piece: string): void {
    this.defects.inspect(piece, this.scanner.line);
    if (this.path?.length) this.handler.text(piece);
    else if (piece.trim() !== "") this.refuse("Text outside the root element.");
  }

  doctype(): void {
    if (this.path !== null) this.refuse("A document type after the beginning of the root element.");
  }

  refuse(detail: string): never {
    throw new FormatError({ code: "INVALID", detail, line: this.scanner.line });
  }

  private addAttribute(name: string, value: string): void {
    this.attributes.set(name, value);
    this.attributesLength += name.length + value.length;
    if (this.attributes.size > MAX_XML_ATTRIBUTES)
      this.refuse(`More than ${MAX_XML_ATTRIBUTES} attributes in one tag.`);
    if (this.attributesLength > MAX_XML_ATTRIBUTES_LENGTH) this.refuse("The attributes of one tag are too long.");
  }

  private addRepeated(name: string, value: string): void {
    this.defects.add(this.scanner.line, `<${this.name}> repeats the attribute ${name}.`);
    this.repeatedLength += name.length + value.length;
    if (this.repeatedLength <= MAX_XML_REPEATED_LENGTH) this.repeated.push([name, value]);
  }

  private checkName(name: string): void {
    if (name.length > MAX_XML_NAME_LENGTH) this.refuse(`A name is longer than ${MAX_XML_NAME_LENGTH} characters.`);
  }
}
