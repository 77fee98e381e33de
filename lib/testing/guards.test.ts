import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { isTest, sourceFiles } from "./source-files";

const verbs = sourceFiles(["lib/services"]).filter((file) => !isTest(file));

/** Verbs that nobody with a scope calls, and why each may go without asking. */
const WITHOUT_PERMISSION: Record<string, string> = {
  "lib/services/process/start-up.ts": "runs before the first job, for Waggle itself",
  "lib/services/readiness/drain-outbox.ts": "a job",
  "lib/services/readiness/sweep-expired.ts": "a job",
  "lib/services/regressions/judge-cells.ts": "a job",
  "lib/services/regressions/sweep-cells.ts": "a job",
  "lib/services/signals/pull-source.ts": "a job",
  "lib/services/uploads/record-refusal.ts": "part of a call that was allowed before",
  "lib/services/auth/ensure-first-admin.ts": "runs at start, when there is nobody yet who could be asked",
  "lib/services/auth/first-admin-link.ts": "is called by who can run commands beside the database",
  "lib/services/auth/accept-invitation.ts": "the one-time link is the permission",
  "lib/services/auth/session-hooks.ts": "signing in and out is everybody's own",
};

/**
 * Jobs that only judge again: what they change is derived, and its history is the snapshots. And refusals: they change
 * nothing, and the list of uploads is their log.
 */
const WITHOUT_AUDIT = [
  "lib/services/uploads/record-refusal.ts",
  "lib/services/process/start-up.ts",
  "lib/services/readiness/drain-outbox.ts",
  "lib/services/readiness/sweep-expired.ts",
  "lib/services/regressions/sweep-cells.ts",
];

const transacting = verbs.filter(
  (file) => /\bwithTransaction\(/.test(file.text) && !/function withTransaction/.test(file.text),
);

describe("guards of the service floor", () => {
  it("see the verbs", () => {
    expect(verbs.length).toBeGreaterThan(40);
  });

  it("no verb opens a transaction without asking for permission", () => {
    const careless = transacting.filter((file) => !(file.path in WITHOUT_PERMISSION) && !asksPermission(file.text));
    expect(careless.map((file) => file.path)).toEqual([]);
  });

  it("no verb opens a transaction without writing to the audit log", () => {
    const silent = transacting.filter((file) => !WITHOUT_AUDIT.includes(file.path) && !writesAudit(file.text));
    expect(silent.map((file) => file.path)).toEqual([]);
  });

  it("no rule of the domain reads the clock or chance", () => {
    const impure = sourceFiles(["lib/domain"])
      .filter(
        (file) =>
          !isTest(file) && /new Date\(\)|Date\.now\(\)|Math\.random\(|crypto\.|performance\.now/.test(file.text),
      )
      .map((file) => file.path);
    expect(impure).toEqual([]);
  });

  it("the lock file and the sources name no registry host and no local path", () => {
    const lock = readFileSync("package-lock.json", "utf8");
    expect(/"resolved"/.test(lock)).toBe(false);
    const local = sourceFiles(
      ["app", "components", "lib", "sandbox", "launch", "docs", "README.md"],
      /\.(tsx?|mjs|md|ya?ml|sh)$/,
    )
      .filter((file) => !file.path.startsWith("lib/testing/") && /\/(work|root|home)\/[a-z]/.test(file.text))
      .map((file) => file.path);
    expect(local).toEqual([]);
  });
});

/** Ingest verbs ask through ingestDocument, which asks before it reads the body. */
function asksPermission(text: string): boolean {
  return /\brequirePermission\(|\bingestDocument\(/.test(text);
}

/** Writes itself, or hands its pad to the verb's part that does. */
function writesAudit(text: string): boolean {
  return /\brecordAudit\(|(?<!async \()\btx, pad\b/.test(text);
}
