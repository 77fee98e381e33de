import fc from "fast-check";

/** The content as a body arrives: in chunks of so many bytes, the sizes being used again and again. */
export async function* byteStream(content: string | Uint8Array, ...sizes: number[]): AsyncGenerator<Uint8Array> {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  let start = 0;
  for (let turn = 0; start < bytes.byteLength; turn++) {
    const size = sizes[turn % sizes.length] ?? bytes.byteLength;
    yield bytes.subarray(start, start + size);
    start += size;
  }
}

/** Sizes of chunks, so small that they end inside of characters and of markup. */
export const chunkSizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 8 });

/** Everything that a stream yields. */
export async function collect<T>(stream: AsyncIterable<T>): Promise<T[]> {
  const items: T[] = [];
  for await (const item of stream) items.push(item);
  return items;
}
