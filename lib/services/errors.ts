import type { ErrorItem } from "@/lib/domain/uploads/upload";

/** The closed list of error codes of the public contract. */
export const ERROR_CODES = [
  "UNAUTHENTICATED",
  "FORBIDDEN",
  "NOT_FOUND",
  "INVALID",
  "CONFLICT",
  "PRECONDITION",
  "TOO_LARGE",
  "UNSUPPORTED_MEDIA",
  "RATE_LIMITED",
  "UPSTREAM",
  "INTERNAL",
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** An error whose words are meant for the caller. Anything else becomes INTERNAL and says nothing. */
export class AppError extends Error {
  override readonly name = "AppError";

  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly more: { errors?: readonly ErrorItem[]; extra?: Record<string, unknown>; retryAfterSeconds?: number } = {},
  ) {
    super(message);
  }
}

export function notFound(detail: string): AppError {
  return new AppError("NOT_FOUND", detail);
}
