import { parseAsInteger, parseAsString } from "nuqs/server";

/** The filters of the log and the entry that is open, as they stand in the address. */
export const auditParams = {
  q: parseAsString.withDefault(""),
  /** Exactly this subject. */
  subject: parseAsString,
  /** Actions that begin so: `gate.`. */
  action: parseAsString,
  /** Exactly this actor, by id or name. */
  actor: parseAsString,
  open: parseAsInteger,
};
