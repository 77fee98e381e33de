import "server-only";
import { AppError } from "@/lib/services/errors";
import { readJsonBody as parseBody } from "@/lib/services/uploads/read-json-body";
import type { IngestBody } from "@/lib/services/uploads/receive-document";

/**
 * The body as a stream of bytes, with its media type checked.
 * @throws UNSUPPORTED_MEDIA for another media type or an encoding other than gzip
 */
export function streamBody(request: Request, accepted: readonly string[] = []): IngestBody {
  const contentType = (request.headers.get("content-type") ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
  if (!accepted.includes(contentType)) {
    const got = contentType === "" ? "no Content-Type" : `"${contentType}"`;
    throw new AppError("UNSUPPORTED_MEDIA", `Send ${accepted.join(" or ")}; this was ${got}.`);
  }
  const encoding = (request.headers.get("content-encoding") ?? "identity").trim().toLowerCase();
  if (encoding !== "identity" && encoding !== "gzip") {
    throw new AppError("UNSUPPORTED_MEDIA", `Content-Encoding "${encoding}" is not supported; send gzip or none.`);
  }
  return { contentType, gzip: encoding === "gzip", bytes: bytesOf(request) };
}

async function* bytesOf(request: Request): AsyncGenerator<Uint8Array> {
  if (request.body === null) return;
  const reader = request.body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** A JSON body of a call that is not an ingest. An empty body is an empty object. */
export async function readJsonBody(request: Request): Promise<unknown> {
  return parseBody(streamBody(request, ["application/json"]));
}

/** The caller's Idempotency-Key, or null. @throws INVALID for one that no sane client sends */
export function idempotencyKeyOf(request: Request): string | null {
  const key = request.headers.get("idempotency-key");
  if (key === null) return null;
  if (key.length > 0 && key.length <= 255) return key;
  throw new AppError("INVALID", "An Idempotency-Key has 1 to 255 characters.");
}
