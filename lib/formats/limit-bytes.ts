import { FormatError } from "./format-error";

/**
 * The same bytes, as long as there are at most `max` of them.
 * @throws FormatError TOO_LARGE with the chunk that goes beyond; the source is then closed, not read to its end.
 */
export async function* limitBytes(source: AsyncIterable<Uint8Array>, max: number): AsyncGenerator<Uint8Array> {
  let seen = 0;
  for await (const chunk of source) {
    seen += chunk.byteLength;
    if (seen > max) throw new FormatError({ code: "TOO_LARGE", detail: `More than ${inMebibytes(max)}.` });
    yield chunk;
  }
}

function inMebibytes(bytes: number): string {
  const mebibytes = bytes / (1024 * 1024);
  return mebibytes >= 1 ? `${Number(mebibytes.toFixed(1))} MiB` : `${bytes} bytes`;
}
