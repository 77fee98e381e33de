import { FormatError } from "@/lib/formats/format-error";
import { parseJsonDocument } from "@/lib/formats/json/parse-json";
import { AppError } from "../errors";
import type { IngestBody } from "./receive-document";
import { decoded } from "./receive-document";

/** A configuration call is a few kilobytes; this leaves room and no more. */
const MAX_JSON_BODY_BYTES = 1024 * 1024;

/** @throws INVALID with line and column; TOO_LARGE */
export async function readJsonBody(body: IngestBody): Promise<unknown> {
  try {
    return await parseJsonDocument(decoded(body), { maxBytes: MAX_JSON_BODY_BYTES });
  } catch (error) {
    if (error instanceof FormatError) throw new AppError(error.problem.code, error.problem.detail);
    throw error;
  }
}
