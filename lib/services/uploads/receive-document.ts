import { createHash } from "node:crypto";
import { createReadStream, createWriteStream, type WriteStream } from "node:fs";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { finished } from "node:stream/promises";
import { constants, createGunzip, createGzip, type Gzip } from "node:zlib";
import type { SpooledArtifact } from "@/lib/db/artifacts";
import { FormatError } from "@/lib/formats/format-error";
import { limitBytes } from "@/lib/formats/limit-bytes";

/** The body of an ingest call, not read yet. */
export interface IngestBody {
  /** Lower-case media type without parameters. */
  contentType: string;
  gzip: boolean;
  bytes: AsyncIterable<Uint8Array>;
}

/** A document that was received whole; `open` reads it as often as needed, `dispose` deletes the copy. */
export interface ReceivedDocument extends SpooledArtifact {
  open(): AsyncIterable<Uint8Array>;
  dispose(): Promise<void>;
}

/**
 * Reads the body once, to a temporary file: a slow sender holds no database connection, a large one no memory.
 * The limit counts decompressed bytes while reading.
 * @throws FormatError TOO_LARGE beyond the limit, INVALID when the body is not the gzip it claims to be
 */
export async function receiveDocument(body: IngestBody, maxBytes: number): Promise<ReceivedDocument> {
  const folder = await mkdtemp(join(tmpdir(), "waggle-upload-"));
  const dispose = () => rm(folder, { recursive: true, force: true });
  const plainPath = join(folder, "document");
  const gzipPath = join(folder, "document.gz");
  try {
    const { sha256, sizeBytes } = await spool(limitBytes(decoded(body), maxBytes), plainPath, gzipPath);
    const storedBytes = (await stat(gzipPath)).size;
    const open = () => createReadStream(plainPath, { highWaterMark: 256 * 1024 });
    return { sha256, sizeBytes, storedBytes, contentType: body.contentType, gzipPath, open, dispose };
  } catch (error) {
    await dispose();
    throw error;
  }
}

/** The bytes of the document, decompressed where the body is gzip. */
export function decoded(body: IngestBody): AsyncIterable<Uint8Array> {
  return body.gzip ? gunzip(body.bytes) : body.bytes;
}

async function* gunzip(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const source = Readable.from(bytes);
  const stream = createGunzip();
  source.on("error", (error) => stream.destroy(error));
  try {
    for await (const chunk of source.pipe(stream)) yield chunk;
  } catch (error) {
    if (error instanceof Error && "code" in error && String(error.code).startsWith("Z_")) {
      throw new FormatError({ code: "INVALID", detail: "The body is not the gzip that Content-Encoding says it is." });
    }
    throw error;
  } finally {
    source.destroy();
    stream.destroy();
  }
}

async function spool(bytes: AsyncIterable<Uint8Array>, plainPath: string, gzipPath: string) {
  const hash = createHash("sha256");
  const plain = createWriteStream(plainPath, { mode: 0o600 });
  const gzip = createGzip({ level: constants.Z_BEST_SPEED });
  const compressed = createWriteStream(gzipPath, { mode: 0o600 });
  const done = Promise.all([finished(plain), finished(gzip.pipe(compressed))]);
  // A failure of either file also surfaces through `written` below; without this it would be unhandled meanwhile.
  done.catch(() => undefined);
  let sizeBytes = 0;
  try {
    for await (const chunk of bytes) {
      sizeBytes += chunk.byteLength;
      hash.update(chunk);
      await written(plain, chunk, done);
      await written(gzip, chunk, done);
    }
    plain.end();
    gzip.end();
    await done;
  } catch (error) {
    plain.destroy();
    gzip.destroy();
    compressed.destroy();
    throw error;
  }
  return { sha256: hash.digest("hex"), sizeBytes };
}

/** Writes a chunk and waits while the stream's buffer is full; fails with the files it feeds. */
async function written(stream: WriteStream | Gzip, chunk: Uint8Array, done: Promise<unknown>): Promise<void> {
  if (stream.write(chunk)) return;
  await Promise.race([new Promise<void>((resolve) => stream.once("drain", resolve)), done]);
}
