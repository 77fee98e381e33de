import "server-only";
import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import { FormatError } from "@/lib/formats/format-error";
import { limitBytes } from "@/lib/formats/limit-bytes";
import { log } from "@/lib/log";
import { auth } from "@/lib/services/auth/better-auth";
import { AppError, type ErrorCode } from "@/lib/services/errors";
import { problemResponse, toAppError } from "./problem";

/** What of better-auth is open to the outside. All else it could do is not there. */
const OPEN: readonly string[] = ["/api/auth/sign-in/email", "/api/auth/sign-out"];
const MAX_BODY_BYTES = 16 * 1024;

const CODES: Readonly<Record<number, ErrorCode>> = {
  400: "INVALID",
  401: "UNAUTHENTICATED",
  403: "FORBIDDEN",
  413: "TOO_LARGE",
  415: "UNSUPPORTED_MEDIA",
  422: "INVALID",
  429: "RATE_LIMITED",
};

/** Hands a request to better-auth; what it refuses is answered as a problem document, as everywhere. */
export async function authRoute(request: Request): Promise<Response> {
  const startedAt = performance.now();
  const requestId = uuidv7();
  const { pathname } = new URL(request.url);
  const wide: Record<string, unknown> = { event: "request", requestId, method: request.method, route: pathname };
  let response: Response;
  try {
    if (!OPEN.includes(pathname)) throw new AppError("NOT_FOUND", "There is nothing at this address.");
    const headers = new Headers(request.headers);
    headers.set("x-request-id", requestId);
    response = await auth().handler(new Request(request.url, { method: "POST", headers, body: await bodyOf(request) }));
    if (!response.ok) throw await errorOf(response);
    response.headers.set("x-request-id", requestId);
  } catch (error) {
    const known = toAppError(error);
    if (known.code === "INTERNAL") wide.error = error;
    wide.code = known.code;
    response = problemResponse(known, requestId);
  }
  log().info({ ...wide, status: response.status, durationMs: Math.round(performance.now() - startedAt) });
  return response;
}

async function bodyOf(request: Request): Promise<Buffer<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  try {
    for await (const chunk of limitBytes(request.body ?? new Blob([]).stream(), MAX_BODY_BYTES)) chunks.push(chunk);
  } catch (error) {
    if (error instanceof FormatError) throw new AppError(error.problem.code, error.problem.detail);
    throw error;
  }
  return Buffer.concat(chunks);
}

const Refusal = z.object({ message: z.string() });

async function errorOf(response: Response): Promise<AppError> {
  const code = CODES[response.status] ?? "INTERNAL";
  if (code === "INTERNAL") return new AppError(code, "Something failed here. The request id finds it in the log.");
  const seconds = Number(response.headers.get("retry-after") ?? response.headers.get("x-retry-after"));
  const more = code === "RATE_LIMITED" && seconds > 0 ? { retryAfterSeconds: seconds } : {};
  const refusal = Refusal.safeParse(await response.json().catch(() => null));
  return new AppError(code, refusal.data?.message ?? "This was refused.", more);
}
