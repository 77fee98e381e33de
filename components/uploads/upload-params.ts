import { parseAsString, parseAsStringLiteral } from "nuqs/server";
import { UPLOAD_KINDS, UPLOAD_STATES } from "@/lib/domain/uploads/upload";

/** The filters of the uploads and the one that is open, as they stand in the address. */
export const uploadParams = {
  state: parseAsStringLiteral(UPLOAD_STATES),
  kind: parseAsStringLiteral(UPLOAD_KINDS),
  cluster: parseAsString,
  open: parseAsString,
};
