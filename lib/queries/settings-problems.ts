import { ApiProblem } from "./fetcher";

/** What the API says of one field of what was sent; undefined when it says nothing of it. */
export function problemAt(error: unknown, pointer: string): string | undefined {
  if (!(error instanceof ApiProblem)) return undefined;
  return error.more.errors?.find((item) => item.pointer === pointer)?.detail;
}

/** What failed, in a sentence, unless it was said beside a field. */
export function problemSentence(error: unknown, pointers: readonly string[] = []): string | undefined {
  if (error === null || error === undefined) return undefined;
  if (pointers.some((pointer) => problemAt(error, pointer) !== undefined)) return undefined;
  return error instanceof Error ? error.message : "Something failed. Nothing was changed.";
}
