import { describe, expect, it, test } from "vitest";
import type { Cause } from "./causes";
import type { Reason } from "./reason";
import { causesSentence, clusterSentence, countVerdicts, fleetSentence, type VerdictCounts } from "./summary-sentence";

const counts = (changes: Partial<VerdictCounts>): VerdictCounts => ({ ...countVerdicts([]), ...changes });
const RELEASE = "1.20.0-pre.3";

test.each([
  [{}, "No cluster is registered yet."],
  [{ ready: 1 }, "Yes. The only cluster can take 1.20.0-pre.3 now."],
  [{ ready: 24 }, "Yes. All 24 clusters can take 1.20.0-pre.3 now."],
  [{ blocked: 1 }, "Not yet. The only cluster cannot take 1.20.0-pre.3 now; it is blocked."],
  [{ unproven: 1 }, "Not yet. The only cluster cannot take 1.20.0-pre.3 now; it is unproven."],
  [{ review: 1 }, "Not yet. The only cluster cannot take 1.20.0-pre.3 now; it needs a decision."],
  [
    { ready: 15, blocked: 3, unproven: 2, review: 4 },
    "Not yet. 15 of 24 clusters can take 1.20.0-pre.3 now; 3 blocked, 2 unproven, 4 to decide.",
  ],
  [{ unproven: 20, review: 4 }, "Not yet. None of 24 clusters can take 1.20.0-pre.3 now; 20 unproven, 4 to decide."],
  [{ ready: 1, blocked: 1 }, "Not yet. 1 of 2 clusters can take 1.20.0-pre.3 now; 1 blocked."],
  [{ ready: 1436, review: 1 }, "Not yet. 1,436 of 1,437 clusters can take 1.20.0-pre.3 now; 1 to decide."],
])("%j", (given, sentence) => {
  expect(fleetSentence(RELEASE, counts(given))).toBe(sentence);
});

function aCause(title: string, clusters: number, changes: Partial<Cause> = {}): Cause {
  return {
    code: "c",
    subject: title,
    area: "kernel",
    severity: "blocks",
    verdict: "blocked",
    title,
    clusters: Array.from({ length: clusters }, (_, index) => `${title}-${index}`),
    count: null,
    since: null,
    source: null,
    ...changes,
  };
}

describe("causesSentence", () => {
  const causes = [aCause("Conntrack soak fails", 2), aCause("No kernel BTF", 13), aCause("NAT under load fails", 4)];

  it("names all causes when three hold everybody", () => {
    expect(causesSentence(causes, counts({ blocked: 19, unproven: 23 }))).toBe(
      "Three causes hold all 19 blocked clusters: no kernel BTF (13), NAT under load fails (4), Conntrack soak fails (2).",
    );
  });

  it("says how many it covers when there are more", () => {
    expect(causesSentence([...causes, aCause("Kernel below 5.10", 1)], counts({ blocked: 20 }))).toBe(
      "Three causes hold 19 of 20 blocked clusters: no kernel BTF (13), NAT under load fails (4), Conntrack soak fails (2).",
    );
  });

  it("counts a cluster that two causes hold once", () => {
    const same = { clusters: ["a", "b"] };
    expect(causesSentence([aCause("x", 0, same), aCause("y", 0, same)], counts({ blocked: 2 }))).toBe(
      "Two causes hold all 2 blocked clusters: x (2), y (2).",
    );
  });

  it("turns to the next worst when nothing is blocked", () => {
    const cause = aCause("Node reports older than 7 d", 1, { verdict: "unproven", severity: "missing" });
    expect(causesSentence([cause], counts({ unproven: 1 }))).toBe(
      "One cause holds the one unproven cluster: node reports older than 7 d (1).",
    );
    expect(causesSentence([{ ...cause, verdict: "review" }], counts({ review: 3 }))).toBe(
      "One cause holds 1 of 3 undecided clusters: node reports older than 7 d (1).",
    );
  });

  it("is silent when all are ready", () => {
    expect(causesSentence([], counts({ ready: 3 }))).toBeNull();
  });
});

const reason = (severity: Reason["severity"], summary: string): Reason => ({
  area: "kernel",
  code: "c",
  severity,
  subject: "s",
  summary,
  evidence: [],
});

test.each([
  ["ready", [], 12, "edge-prod-1 can take 1.20.0-pre.3 now"],
  ["blocked", [reason("blocks", "5 nodes lack kernel BTF")], 5, "edge-prod-1 is blocked: 5 nodes lack kernel BTF"],
  [
    "blocked",
    [reason("blocks", "5 nodes lack kernel BTF"), reason("blocks", "b"), reason("missing", "c")],
    5,
    "edge-prod-1 is blocked: 5 nodes lack kernel BTF, and 1 more reason",
  ],
  ["unproven", [reason("missing", "No node has reported")], 3, "edge-prod-1 is unproven: no node has reported"],
  [
    "unproven",
    [reason("missing", "No node has reported")],
    0,
    "edge-prod-1 is unproven: nothing has been reported for 1.20.0-pre.3",
  ],
  [
    "review",
    [reason("risk", "2 cases of L7 policy are flaky"), reason("risk", "b"), reason("risk", "c"), reason("info", "d")],
    9,
    "edge-prod-1 needs a decision: 2 cases of L7 policy are flaky, and 2 more reasons",
  ],
] as const)("a cluster that is %s, %#", (verdict, reasons, evidenceCount, sentence) => {
  expect(clusterSentence({ cluster: "edge-prod-1", release: RELEASE, verdict, reasons, evidenceCount })).toBe(sentence);
});
