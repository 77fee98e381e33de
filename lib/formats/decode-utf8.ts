import { isUtf8 } from "node:buffer";
import { FormatError } from "./format-error";

/** Bytes decoded at once: a body that arrives as one big chunk is still handed on in small pieces. */
const BLOCK_BYTES = 64 * 1024;

/** Bytes needed to tell UTF-16 from UTF-8. */
const HEAD_BYTES = 4;

const NEWLINE = 0x0a;
const EMPTY = new Uint8Array(0);

/**
 * The text of a UTF-8 stream in pieces of at most 64 KiB, without its byte order mark. Where the chunks end, also in
 * the middle of a character, makes no difference to the text.
 * @throws FormatError INVALID at the first byte that is not UTF-8, and for UTF-16.
 */
export async function* decodeUtf8(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new BlockDecoder();
  for await (const chunk of bytes) {
    for (let start = 0; start < chunk.byteLength; start += BLOCK_BYTES) {
      const text = decoder.decode(chunk.subarray(start, start + BLOCK_BYTES));
      if (text !== "") yield text;
    }
  }
  const rest = decoder.end();
  if (rest !== "") yield rest;
}

class BlockDecoder {
  // Not in its stream mode: one call a whole block takes the decoder's fast path.
  private readonly decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  private carry = EMPTY;
  private offset = 0;
  private lines = 1;

  decode(bytes: Uint8Array): string {
    const block = this.carry.byteLength === 0 ? bytes : Buffer.concat([this.carry, bytes]);
    const end = this.offset === 0 && block.byteLength < HEAD_BYTES ? 0 : completeLength(block);
    // A copy, because a source may use its buffer again.
    this.carry = new Uint8Array(block.subarray(end));
    return this.whole(block.subarray(0, end));
  }

  end(): string {
    const rest = this.carry;
    this.carry = EMPTY;
    return this.whole(rest);
  }

  private whole(block: Uint8Array): string {
    if (block.byteLength === 0) return "";
    const first = this.offset === 0;
    if (first && looksUtf16(block)) {
      throw new FormatError({ code: "INVALID", detail: "The document is UTF-16; only UTF-8 is read.", line: 1 });
    }
    if (!isUtf8(block)) throw this.invalid(block);
    const text = this.decoder.decode(block);
    this.offset += block.byteLength;
    this.lines += countNewlines(block);
    return first && text.startsWith("\ufeff") ? text.slice(1) : text;
  }

  private invalid(block: Uint8Array): FormatError {
    const at = validLength(block);
    return new FormatError({
      code: "INVALID",
      detail: `Not UTF-8 at byte ${this.offset + at}.`,
      line: this.lines + countNewlines(block.subarray(0, at)),
    });
  }
}

/** A byte order mark, or `<` in two bytes: XML and JSON both start with an ASCII character. */
function looksUtf16([first, second]: Uint8Array): boolean {
  if (first === 0xff && second === 0xfe) return true;
  if (first === 0xfe && second === 0xff) return true;
  return (first === 0) !== (second === 0);
}

/** The bytes up to the last whole character: a character that only begins at the end is left out. */
function completeLength(block: Uint8Array): number {
  const length = block.byteLength;
  for (let back = 1; back <= Math.min(3, length); back++) {
    const byte = block[length - back] ?? 0;
    if (byte >= 0x80 && byte < 0xc0) continue;
    return back < sequenceLength(byte) ? length - back : length;
  }
  return length;
}

function sequenceLength(lead: number): number {
  if (lead >= 0xf0) return 4;
  if (lead >= 0xe0) return 3;
  return lead >= 0xc0 ? 2 : 1;
}

/** How many bytes of whole characters are UTF-8, by bisection: a prefix of a valid prefix is valid. */
function validLength(block: Uint8Array): number {
  let valid = 0;
  let above = block.byteLength;
  while (above - valid > 1) {
    const middle = (valid + above) >> 1;
    const prefix = block.subarray(0, middle);
    if (isUtf8(prefix.subarray(0, completeLength(prefix)))) valid = middle;
    else above = middle;
  }
  return completeLength(block.subarray(0, valid));
}

function countNewlines(block: Uint8Array): number {
  let count = 0;
  for (let at = block.indexOf(NEWLINE); at !== -1; at = block.indexOf(NEWLINE, at + 1)) count++;
  return count;
}
