import { FormatError } from "../format-error";

const SPACE = 0x20;
const TAB = 0x09;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** Names without quotes: https://prometheus.io/docs/concepts/data_model/ */
const METRIC_NAME = /[a-zA-Z_:][a-zA-Z0-9_:]*/y;
const LABEL_NAME = /[a-zA-Z_][a-zA-Z0-9_]*/y;
const TOKEN = /[^ \t]+/y;

/** A place in one line of an exposition. What is not as it must be is refused with the number of the line. */
export class LineCursor {
  private at = 0;

  constructor(
    private readonly text: string,
    readonly line: number,
  ) {}

  skipBlanks(): this {
    for (let code = this.code(); code === SPACE || code === TAB; code = this.code()) this.at++;
    return this;
  }

  atEnd(): boolean {
    return this.at >= this.text.length;
  }

  /** Whether the next character is this one. */
  sees(char: string): boolean {
    return this.text.startsWith(char, this.at);
  }

  /** Takes the character if it is the next. */
  takes(char: string): boolean {
    if (!this.sees(char)) return false;
    this.at += char.length;
    return true;
  }

  rest(): string {
    return this.text.slice(this.at);
  }

  metricName(): string {
    return this.match(METRIC_NAME) ?? this.refuse("expected the name of a metric");
  }

  labelName(): string {
    return this.match(LABEL_NAME) ?? this.refuse("expected the name of a label");
  }

  /** What stands there up to the next blank. */
  token(what: string): string {
    return this.match(TOKEN) ?? this.refuse(`expected ${what}`);
  }

  /** A text in quotes with `\\`, `\"` and `\n`; another character after a backslash stays with it, as Prometheus reads it. */
  quoted(): string {
    const start = ++this.at;
    for (let code = this.code(); code !== QUOTE; code = this.code()) {
      if (Number.isNaN(code)) this.refuse("a quote is not closed");
      this.at += code === BACKSLASH ? 2 : 1;
    }
    const raw = this.text.slice(start, this.at++);
    return raw.includes("\\") ? unescapeQuoted(raw) : raw;
  }

  refuse(detail: string): never {
    throw new FormatError({ code: "INVALID", detail: `Column ${this.at + 1}: ${detail}.`, line: this.line });
  }

  private code(): number {
    return this.text.charCodeAt(this.at);
  }

  private match(pattern: RegExp): string | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0] ?? null;
    if (found !== null) this.at += found.length;
    return found;
  }
}

const ESCAPES: Readonly<Record<string, string>> = { "\\\\": "\\", '\\"': '"', "\\n": "\n" };

function unescapeQuoted(raw: string): string {
  return raw.replace(/\\./gsu, (pair) => ESCAPES[pair] ?? pair);
}
