import { ApiProblem } from "./fetcher";

/** The words of a rule, such as "at least 12 characters", as a sentence. */
export function asSentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}${/[.!?]$/.test(words) ? "" : "."}`;
}

/** What the API says of one field of what was sent; undefined when it says nothing of it. */
export function problemAt(error: unknown, pointer: string): string | undefined {
  if (!(error instanceof ApiProblem)) return undefined;
  const words = error.more.errors?.find((item) => item.pointer === pointer)?.detail;
  return words === undefined ? undefined : asSentence(words);
}

/** What failed, in a sentence, unless it was said beside a field. */
export function problemSentence(error: unknown, pointers: readonly string[] = []): string | undefined {
  if (error === null || error === undefined) return undefined;
  if (pointers.some((pointer) => problemAt(error, pointer) !== undefined)) return undefined;
  return error instanceof Error ? error.message : "Something failed. Nothing was changed.";
}
