import "server-only";
import type { getArtifact } from "@/lib/services/uploads/get-artifact";

const EXTENSIONS: Record<string, string> = {
  "application/xml": "xml",
  "text/xml": "xml",
  "application/json": "json",
  "application/x-ndjson": "ndjson",
};

/** The document as a download, never shown inline. The server compresses it for those who take that. */
export function artifactResponse({ artifact, bytes }: Awaited<ReturnType<typeof getArtifact>>): Response {
  const headers = new Headers({
    "content-type": artifact.contentType,
    "content-disposition": `attachment; filename="${artifact.sha256.slice(0, 12)}.${EXTENSIONS[artifact.contentType] ?? "bin"}"`,
    "cache-control": "private, max-age=31536000, immutable",
    etag: `"${artifact.sha256}"`,
    "x-content-type-options": "nosniff",
  });
  return new Response(webStream(bytes), { headers });
}

function webStream(bytes: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const iterator = bytes[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await iterator.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await iterator.return?.();
    },
  });
}
