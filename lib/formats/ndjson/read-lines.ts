const NEWLINE = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** A line of text, counted from 1, or why there is no text: it was too long to be held, or is not UTF-8. */
export type ReadLine =
  | { line: number; text: string }
  | { line: number; tooLong: true }
  | { line: number; notUtf8: true };

/**
 * The lines of a stream that have something on them, one at a time; lines end with LF or CRLF, the last may end with
 * nothing. A bad line does not end the reading: the others may be good. No more than one line is held.
 */
export async function* readLines(
  bytes: AsyncIterable<Uint8Array>,
  { maxLineBytes }: { maxLineBytes: number },
): AsyncGenerator<ReadLine> {
  const open = new OpenLine(maxLineBytes);
  for await (const chunk of bytes) {
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, start)) {
      open.append(chunk.subarray(start, end));
      const read = open.close();
      if (read !== null) yield read;
      start = end + 1;
    }
    // A copy, because a source may use its buffer again.
    open.append(new Uint8Array(chunk.subarray(start)));
  }
  const last = open.close();
  if (last !== null) yield last;
}

class OpenLine {
  // The byte order mark is dropped, which only the first line may have; in another it is white space to nobody.
  private readonly decoder = new TextDecoder("utf-8", { fatal: true });
  private parts: Uint8Array[] = [];
  private length = 0;
  private line = 1;

  constructor(private readonly maxBytes: number) {}

  append(part: Uint8Array): void {
    if (part.byteLength === 0) return;
    this.length += part.byteLength;
    // One byte more than the limit is let in: it may be the CR of CRLF.
    if (this.length <= this.maxBytes + 1) this.parts.push(part);
  }

  /** What the line was; null when it was blank. The next one begins. */
  close(): ReadLine | null {
    const read = this.read(this.line);
    this.parts = [];
    this.length = 0;
    this.line++;
    return read;
  }

  private read(line: number): ReadLine | null {
    if (this.length > this.maxBytes + 1) return { line, tooLong: true };
    const whole = Buffer.concat(this.parts);
    const bytes = whole.at(-1) === CARRIAGE_RETURN ? whole.subarray(0, -1) : whole;
    if (bytes.byteLength > this.maxBytes) return { line, tooLong: true };
    const text = this.decode(bytes);
    if (text === null) return { line, notUtf8: true };
    return text.trim() === "" ? null : { line, text };
  }

  private decode(bytes: Uint8Array): string | null {
    try {
      return this.decoder.decode(bytes);
    } catch {
      return null;
    }
  }
}
