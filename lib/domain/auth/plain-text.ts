import { z } from "zod";

/** One line that a person typed: no control characters, nothing but its words. */
export function plainText(maxLength: number) {
  return z
    .string()
    .trim()
    .min(1, "must not be empty")
    .max(maxLength, `at most ${maxLength} characters`)
    .regex(/^\P{Cc}*$/u, "one line without control characters");
}
