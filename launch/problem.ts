import { ConfigError } from "@/lib/config";
import { MigrationFailedError, NewerDatabaseError } from "@/prisma/migrate";

/** A reason to stop that a person can act on: one line, and what a tool wrote, for those who want to know more. */
export class Problem extends Error {
  override name = "Problem";
  constructor(
    message: string,
    readonly details = "",
  ) {
    super(message);
  }
}

const DISK_FULL = "The disk is full: free some space and start again.";

const text = (error: unknown, key: string): string | undefined => {
  const value = error instanceof Error && key in error ? Object.entries(error).find(([name]) => name === key)?.[1] : "";
  return typeof value === "string" && value !== "" ? value : undefined;
};

/** Host, port and name of a database address: everything but the credentials. */
export function databaseName(databaseUrl: string): string {
  const url = URL.parse(databaseUrl);
  if (!url) return "the database";
  return `${url.hostname || "localhost"}:${url.port || "5432"}${url.pathname}`;
}

/** https://www.postgresql.org/docs/18/errcodes-appendix.html and Node's names of system errors. */
const DATABASE_REASONS: Record<string, string> = {
  ECONNREFUSED: "nothing listens there",
  ENOTFOUND: "the host name is not known",
  EAI_AGAIN: "the host name cannot be looked up now",
  ETIMEDOUT: "no answer in time",
  EHOSTUNREACH: "the host cannot be reached",
  ENETUNREACH: "the network cannot be reached",
  ECONNRESET: "the connection was cut",
  "28P01": "the password was refused",
  "28000": "the login was refused",
  "3D000": "this database does not exist",
  "42501": "the user lacks permission to create tables",
  "53300": "it has no free connections",
  "57P03": "it is still starting up",
};

/** The driver has no codes for what happens to a connection before the server has spoken. */
function reasonInWords(message: string): string {
  if (/timeout/i.test(message)) return "no answer in time";
  if (/connection terminated/i.test(message)) return "the connection was cut";
  return message.split("\n")[0] ?? "no reason was given";
}

/** Turns a failure to reach or use the database into a {@link Problem} that never shows the password. */
export function databaseProblem(databaseUrl: string, error: unknown): Error {
  if (error instanceof NewerDatabaseError) {
    return new Problem(`${error.message} Start that version, or restore a backup made before it.`);
  }
  if (error instanceof MigrationFailedError) return problemInOutput(error.message) ?? new Problem(error.message);
  const failure = error instanceof AggregateError ? error.errors[0] : error;
  const message = failure instanceof Error ? failure.message : String(failure);
  const reason = DATABASE_REASONS[text(failure, "code") ?? ""] ?? reasonInWords(message);
  return new Problem(`Cannot use the database at ${databaseName(databaseUrl)}: ${reason}.`);
}

/** The lines to print for whatever ended the start. */
export function explain(error: unknown): string[] {
  if (error instanceof ConfigError) return error.mistakes;
  if (error instanceof Problem) return [error.message];
  const path = text(error, "path") ?? "a file";
  switch (text(error, "code")) {
    case "ENOSPC":
    case "EDQUOT":
      return [DISK_FULL];
    case "EACCES":
    case "EPERM":
      return [`No permission on ${path}: give it to this user, or choose another folder with WAGGLE_DATA_DIR.`];
    case "EROFS":
      return [`${path} is on a read-only disk: choose another folder with WAGGLE_DATA_DIR.`];
    default:
      return [error instanceof Error ? (error.stack ?? error.message) : String(error)];
  }
}

/** What a failed program meant, by its output; undefined when the output holds nothing known. */
export function problemInOutput(output: string): Problem | undefined {
  if (/ENOSPC|No space left on device|Disk quota exceeded/i.test(output)) return new Problem(DISK_FULL);
  const denied = output.split("\n").find((line) => /EACCES|Permission denied/i.test(line));
  return denied === undefined ? undefined : new Problem(`No permission: ${denied.trim()}`);
}

/** The problem of a tool that failed, with all it wrote. */
export function toolProblem(otherwise: string, output: string): Problem {
  return new Problem(problemInOutput(output)?.message ?? otherwise, output);
}
