import { describe, expect, it } from "vitest";
import { CreateWaiverInput } from "@/lib/domain/regressions/waiver";
import { prepareInterval, reasonWords, replayStateWords, replayWords, sortReplays } from "./calibration-words";
import { eventPresentation } from "./event-presentation";
import { aRegression, aWaiver } from "./fixtures/groups";
import { EMPTY_TRIAGE, triageBody, triageProblems } from "./triage-form";
import { actsFor, approvalReason, roleReason } from "./triage-rules";
import { endOfSpan, issueLabel, labelsOf, scopeWords } from "./triage-words";
import { waiverFormOf, waiverInput, waiverProblems } from "./waiver-form";
import { levelWords } from "./waiver-words";

const NOW = new Date("2026-06-09T15:00:00.000Z");

describe("what can be done", () => {
  it("follows the state", () => {
    expect(actsFor(aRegression())).toEqual(["acknowledge", "claim-fix", "dismiss", "link-issue", "waive"]);
    expect(actsFor(aRegression({ state: "acknowledged", waived: true }))).toEqual([
      "claim-fix",
      "dismiss",
      "link-issue",
    ]);
    expect(actsFor(aRegression({ state: "acknowledged", fixClaimedAt: NOW.toISOString() }))[0]).toBe("reopen");
    for (const state of ["dismissed", "resolved"] as const) expect(actsFor(aRegression({ state }))).toEqual(["reopen"]);
  });

  it("is not for viewers, who are told so", () => {
    expect(roleReason("viewer", "operator", "triage regressions")).toBe(
      "Only operators and above triage regressions; your role is viewer.",
    );
    expect(roleReason("operator", "operator", "x")).toBeUndefined();
    expect(roleReason("operator", "approver", "approve waivers")).toContain("Only approvers");
  });

  it("keeps the approver and the author apart", () => {
    expect(approvalReason({ id: "u1", role: "admin" }, aWaiver())).toContain("somebody else");
    expect(approvalReason({ id: "u2", role: "approver" }, aWaiver())).toBeUndefined();
    expect(approvalReason({ id: "u2", role: "operator" }, aWaiver())).toContain("your role is operator");
    const once = aWaiver({
      approvals: [{ kind: "user", id: "u2", name: "a lead", at: NOW.toISOString() }],
      approvalsNeeded: 2,
    });
    expect(approvalReason({ id: "u2", role: "approver" }, once)).toContain("second person");
  });
});

describe("forms", () => {
  it("asks for a reason, and for addresses that a browser can open", () => {
    expect(triageProblems("dismiss", EMPTY_TRIAGE)).toHaveProperty("/reason");
    expect(triageProblems("acknowledge", { ...EMPTY_TRIAGE, reason: "on it", issueUrl: "javascript:x" })).toEqual({
      "/issueUrl": expect.stringContaining("https://"),
    });
    expect(triageProblems("link-issue", { ...EMPTY_TRIAGE, reason: "same" })).toHaveProperty("/issueUrl");
    expect(triageProblems("acknowledge", { ...EMPTY_TRIAGE, reason: "on it" })).toEqual({});
  });

  it("sends only what an act takes", () => {
    const form = { ...EMPTY_TRIAGE, reason: " noise ", cause: "infra", issueUrl: "https://a.test/1" } as const;
    expect(triageBody("reopen", form, NOW)).toEqual({ reason: "noise" });
    expect(triageBody("dismiss", form, NOW)).toEqual({
      reason: "noise",
      cause: "infra",
      issueUrl: "https://a.test/1",
      expiresAt: "2026-06-23T14:55:00.000Z",
    });
  });

  it("never asks for more than 30 days", () => {
    expect(Date.parse(endOfSpan("30", NOW)) - NOW.getTime()).toBeLessThan(30 * 24 * 3_600_000);
  });

  it("makes a waiver that the API takes, of every scope", () => {
    for (const scope of ["cluster", "cohort", "fleet"] as const) {
      const form = { ...waiverFormOf(), scope, labels: "kernel=5.15, region=eu", reason: "known" };
      expect(waiverProblems(form)).toEqual({});
      expect(CreateWaiverInput.parse(waiverInput(aRegression(), form, NOW)).scope.kind).toBe(scope);
    }
    expect(waiverProblems({ ...waiverFormOf(), scope: "cohort", labels: "kernel", reason: "known" })).toHaveProperty(
      "/scope/labels",
    );
  });

  it("reads labels", () => {
    expect(labelsOf("a=1, b=2")).toEqual({ a: "1", b: "2" });
    for (const text of ["", "a", "=1", "a=1 b"]) expect(labelsOf(text)).toBeNull();
  });
});

describe("words", () => {
  it("names issues shortly", () => {
    expect(issueLabel("https://github.com/cilium/cilium/issues/36572")).toBe("cilium #36572");
    expect(issueLabel("https://github.com/acme/net/pull/7")).toBe("acme/net #7");
    expect(issueLabel("https://jira.test/browse/NET-12")).toBe("jira.test NET-12");
  });

  it("names scopes and levels", () => {
    expect(scopeWords({ kind: "cohort", labels: { kernel: "5.15" } })).toBe("clusters with kernel=5.15");
    expect(levelWords({ x: 3, n: 10, ratio: null })).toBe("3 of 10 runs");
    expect(levelWords({ x: null, n: null, ratio: 13.5 })).toBe("×13.5 of the baseline");
    expect(levelWords(undefined)).toBeNull();
  });

  it("marks an opening by what it is, and survives a kind it does not know", () => {
    expect(eventPresentation("opened", "REGRESSED").shape).toBe("octagon-cross");
    expect(eventPresentation("opened", "SUSPECT").shape).toBe("triangle");
    expect(eventPresentation("constructor", "REGRESSED").shape).toBe("small-ring");
  });
});

describe("calibration", () => {
  const replay = { weeks: 1, weeksNeeded: 3, tests: 0, falseAlarms: 0, replayedAt: null, summary: "" };
  const replays = [
    { ...replay, cluster: "a", state: "passed" as const, tests: 1204, falseAlarms: 2 },
    { ...replay, cluster: "b", state: "waiting" as const },
    { ...replay, cluster: "c", state: "failed" as const },
  ];

  it("says where each cluster stands, what failed first", () => {
    expect(sortReplays(replays).map(({ cluster }) => cluster)).toEqual(["c", "b", "a"]);
    expect(replayWords(replays)).toBe("1 cluster passed, 1 waits, 1 failed");
    expect(replays.map(replayStateWords)).toEqual([
      "2 false alarms in 1,204 tests",
      "1 of 3 stable weeks",
      "0 false alarms in 0 tests",
    ]);
  });

  it("draws the interval within the bar", () => {
    // Wilson, 95 %, 2 of 20: 0.0279 to 0.3010 (Brown, Cai, DasGupta 2001, formula 4).
    expect(prepareInterval({ value: 0.1, low: 0.0279, high: 0.301 })).toEqual({
      at: 10,
      from: 2.79,
      width: expect.closeTo(27.31, 6),
    });
    expect(prepareInterval({ value: 0, low: -0.1, high: 2 })).toEqual({ at: 0, from: 0, width: 100 });
  });

  it("tells how they ended, the most frequent first", () => {
    expect(reasonWords({ byReason: { infra: 2, "verified-fixed": 18, dismissed: 0 } })).toBe(
      "18 verified fixed, 2 infra",
    );
  });
});
