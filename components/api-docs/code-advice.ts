/** What each code of a problem means for the caller, and what to do about it. */
export const CODE_ADVICE: Readonly<Record<string, string>> = {
  UNAUTHENTICATED:
    "No token and no session, or one that is wrong, expired or revoked. Send Authorization: Bearer with a token that is in force.",
  FORBIDDEN:
    "The token lacks the scope, the person the role, or the request came from another site. The detail names what is needed.",
  NOT_FOUND: "There is no such thing. For an unknown cluster or gate the detail says how to register it.",
  INVALID:
    "The request was read and is wrong. errors names each place: a JSON pointer into the body or query, or a line of the document. Nothing was written.",
  CONFLICT:
    "It contradicts what is there: an Idempotency-Key that was used for other content, or something that changed meanwhile. Read again and decide.",
  PRECONDITION: "A rule does not allow it now. The body lists what is not met; it clears by itself or by a person.",
  TOO_LARGE:
    "More than 64 MiB of JUnit or NDJSON, or 16 MiB of any other document, counted after decompression. Split it.",
  UNSUPPORTED_MEDIA: "The Content-Type or Content-Encoding is not one the call takes. The call lists those it does.",
  RATE_LIMITED: "Too many attempts. Retry-After says how many seconds to wait.",
  UPSTREAM: "A system that Waggle asked failed or did not answer; the detail names it. Nothing was changed. Try again.",
  INTERNAL: "Something failed in Waggle. The answer says nothing but its requestId, which finds the cause in the log.",
};
