import "server-only";
import { z } from "zod";
import { ErrorItemSchema } from "@/lib/domain/uploads/upload";
import { AppError, ERROR_CODES, type ErrorCode } from "@/lib/services/errors";

/** RFC 9457, with the members of the public contract. */
export const ProblemSchema = z
  .looseObject({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    code: z.enum(ERROR_CODES),
    requestId: z.string(),
    errors: z.array(ErrorItemSchema).optional(),
  })
  .meta({ id: "Problem" });

const STATUS: Record<ErrorCode, number> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  INVALID: 422,
  CONFLICT: 409,
  PRECONDITION: 412,
  TOO_LARGE: 413,
  UNSUPPORTED_MEDIA: 415,
  RATE_LIMITED: 429,
  UPSTREAM: 502,
  INTERNAL: 500,
};

const TITLE: Record<ErrorCode, string> = {
  UNAUTHENTICATED: "Not signed in",
  FORBIDDEN: "Not allowed",
  NOT_FOUND: "Not found",
  INVALID: "Not valid",
  CONFLICT: "In conflict with what is there",
  PRECONDITION: "A precondition is not met",
  TOO_LARGE: "Too large",
  UNSUPPORTED_MEDIA: "Media type not supported",
  RATE_LIMITED: "Too many requests",
  UPSTREAM: "Another system failed",
  INTERNAL: "Something failed here",
};

/** The error as the caller may see it: an unknown one says nothing but its request id. */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof z.ZodError) return fromZod(error, "The request is not valid.");
  return new AppError("INTERNAL", "Something failed here. The request id finds it in the log.");
}

/** Names each field that is wrong by its JSON pointer. */
export function fromZod(error: z.ZodError, detail: string): AppError {
  const errors = error.issues.slice(0, 100).map((issue) => ({
    pointer: `/${issue.path.map((part) => String(part).replaceAll("~", "~0").replaceAll("/", "~1")).join("/")}`,
    detail: issue.message,
  }));
  const [first] = errors;
  return new AppError("INVALID", first ? `${detail} ${first.pointer}: ${first.detail}` : detail, { errors });
}

export function problemResponse(error: AppError, requestId: string): Response {
  const status = STATUS[error.code];
  const headers: Record<string, string> = { "content-type": "application/problem+json", "x-request-id": requestId };
  if (error.code === "UNAUTHENTICATED") headers["www-authenticate"] = 'Bearer realm="waggle"';
  if (error.more.retryAfterSeconds !== undefined) headers["retry-after"] = String(error.more.retryAfterSeconds);
  const body = {
    type: `/docs/api#${anchorOf(error.code)}`,
    title: TITLE[error.code],
    status,
    detail: error.message,
    code: error.code,
    requestId,
    ...error.more.extra,
    ...(error.more.errors && { errors: error.more.errors }),
  };
  return new Response(JSON.stringify(body), { status, headers });
}

/** The fragment under which the page of the API explains a code. */
function anchorOf(code: ErrorCode): string {
  return code.toLowerCase().replaceAll("_", "-");
}

/** Every problem that the API may answer with, for its page. */
export function problemKinds(): { code: ErrorCode; anchor: string; status: number; title: string }[] {
  return ERROR_CODES.map((code) => ({ code, anchor: anchorOf(code), status: STATUS[code], title: TITLE[code] }));
}
