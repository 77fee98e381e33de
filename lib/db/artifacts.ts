import { createReadStream } from "node:fs";
import { PassThrough, type Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import type { Database } from "./client";
import type { Tx } from "./transaction";

/** A document that was received whole: its digest, and its gzip stream in a temporary file. */
export interface SpooledArtifact {
  sha256: string;
  sizeBytes: number;
  storedBytes: number;
  contentType: string;
  gzipPath: string;
}

/** Small enough for one message, large enough that a 64 MiB document is few rows. */
const CHUNK_BYTES = 1024 * 1024;

/** Keeps the document once, whoever sends it, and returns its id. */
export async function storeArtifact(tx: Tx, id: string, document: SpooledArtifact): Promise<string> {
  const inserted = await tx.query<{ id: string }>(
    `INSERT INTO artifact (id, sha256, size_bytes, stored_bytes, content_type) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (sha256) DO NOTHING RETURNING id`,
    [id, document.sha256, document.sizeBytes, document.storedBytes, document.contentType],
  );
  if (inserted.length === 0) {
    const [existing] = await tx.query<{ id: string }>("SELECT id FROM artifact WHERE sha256 = $1", [document.sha256]);
    if (existing === undefined) throw new Error("an artifact vanished while it was looked up");
    return existing.id;
  }
  let seq = 0;
  for await (const bytes of createReadStream(document.gzipPath, { highWaterMark: CHUNK_BYTES })) {
    await tx.query("INSERT INTO artifact_chunk (artifact_id, seq, bytes) VALUES ($1, $2, $3)", [id, seq, bytes]);
    seq += 1;
  }
  return id;
}

export interface ArtifactRow {
  id: string;
  sha256: string;
  sizeBytes: number;
  storedBytes: number;
  contentType: string;
}

export async function findArtifact(db: Database, id: string): Promise<ArtifactRow | null> {
  const row = await db.prisma.artifact.findUnique({ where: { id } });
  return row && { ...row, sizeBytes: Number(row.sizeBytes), storedBytes: Number(row.storedBytes) };
}

/** The stored gzip stream, a chunk at a time. */
async function* readArtifactGzip(db: Database, id: string): AsyncGenerator<Uint8Array> {
  for (let seq = 0; ; seq += 1) {
    const chunk = await db.prisma.artifactChunk.findUnique({ where: { artifactId_seq: { artifactId: id, seq } } });
    if (chunk === null) return;
    yield chunk.bytes;
  }
}

/** The document as it was received. */
export function readArtifact(db: Database, id: string): Readable {
  const gunzip = createGunzip();
  const source = PassThrough.from(readArtifactGzip(db, id));
  source.on("error", (error) => gunzip.destroy(error));
  return source.pipe(gunzip);
}
