import { describe, expect, it } from "vitest";
import type { AuditEntryDto } from "@/lib/domain/audit/entry";
import { auditSentence, changeWords, shortSubject, subjectHref } from "./audit-words";
import { dataChanges } from "./data-changes";

function entry(data: AuditEntryDto["data"], of: Partial<AuditEntryDto> = {}): AuditEntryDto {
  return {
    seq: 1204,
    at: "2026-06-08T00:00:00Z",
    actor: { kind: "user", id: "u1", name: "platform lead" },
    action: "gate.defined",
    subject: { kind: "gate", id: "nat-load" },
    requestId: "r",
    prevHash: "0",
    hash: "1",
    data,
    ...of,
  };
}

describe("dataChanges", () => {
  it("lists of two states only what differs, also inside", () => {
    const before = { title: "NAT", minRuns: 3, requiredFor: ["gating"], delivery: { kind: "record" } };
    const after = { title: "NAT", minRuns: 5, requiredFor: [], delivery: { kind: "flux", name: "cilium" } };
    expect(dataChanges({ before, after })).toEqual([
      { path: "minRuns", before: "3", after: "5" },
      { path: "requiredFor", before: "gating", after: "none" },
      { path: "delivery.kind", before: "record", after: "flux" },
      { path: "delivery.name", before: "–", after: "cilium" },
    ]);
  });

  it("knows the first state from the last: nothing before, nothing after", () => {
    expect(dataChanges({ before: null, after: { minRuns: 5, mesh: null, tool: "" } })).toEqual([
      { path: "minRuns", before: undefined, after: "5" },
    ]);
    expect(dataChanges({ before: { minRuns: 5 } })).toEqual([{ path: "minRuns", before: "5", after: undefined }]);
  });

  it("leaves anything else as it was written", () => {
    expect(dataChanges({ accepted: 3, clusters: ["a", "b"], sha256: null, before: 1 })).toEqual([
      { path: "accepted", before: undefined, after: "3" },
      { path: "clusters", before: undefined, after: "a, b" },
      { path: "sha256", before: undefined, after: "–" },
      { path: "before", before: undefined, after: "1" },
    ]);
    expect(dataChanges({})).toEqual([]);
  });
});

describe("an entry in words", () => {
  it("tells the first changes and counts the others", () => {
    const state = (n: number) => ({ a: n, b: n, c: n, d: n });
    expect(changeWords(entry({ before: state(1), after: state(2) }))).toBe("a 1 → 2; b 1 → 2; c 1 → 2; 1 more");
  });

  it("tells a gate run as one", () => {
    const run = entry(
      { cluster: "eu-prod-3", release: "1.20.0-pre.3", gate: "nat-load", outcome: "failed", counts: {} },
      { subject: { kind: "gate-run", id: "0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b" } },
    );
    expect(changeWords(run)).toBe("nat-load failed on eu-prod-3 with 1.20.0-pre.3");
    expect(shortSubject(run)).toBe("…3f4a5b");
    expect(subjectHref(run)).toBe("/gates/runs/0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b");
  });

  it("counts the log by the number of its last entry", () => {
    expect(auditSentence(entry({}))).toBe("1,204 entries in the log; the last by platform lead.");
    expect(auditSentence(entry({}, { seq: 1 }))).toBe("1 entry in the log; the last by platform lead.");
    expect(auditSentence(undefined)).toBe("Nothing was recorded yet.");
  });
});
