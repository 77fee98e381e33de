import { type Logger, pino } from "pino";
import { config } from "./config";

/** Names under which credentials travel through our own objects; pino blanks them wherever a log line holds them. */
const SECRET_FIELDS = ["authorization", "cookie", "set-cookie", "password", "secret", "token", "kubeconfig"];

const redactedPaths = SECRET_FIELDS.flatMap((field) => [`["${field}"]`, `*["${field}"]`, `*.*["${field}"]`]);

let cached: Logger | undefined;

/**
 * The process's logger: JSON lines on standard output, times as RFC 3339. Write one wide event when a request or a job
 * ends (`log().info({ event: "request", route, status, durationMs }, "request")`) rather than many small lines.
 */
export function log(): Logger {
  cached ??= createLog();
  return cached;
}

/** A logger with the product's rules that writes to `destination` (default: standard output). */
export function createLog(destination?: { write(line: string): void }): Logger {
  const options = {
    level: config().logLevel,
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
    redact: { paths: redactedPaths, censor: "[redacted]" },
  };
  return destination ? pino(options, destination) : pino(options);
}
