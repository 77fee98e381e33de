import { describe, expect, it } from "vitest";
import { findCauses } from "./causes";
import type { Reason } from "./reason";

function aReason(changes: Partial<Reason> = {}): Reason {
  return {
    area: "kernel",
    code: "node-incompatible",
    severity: "blocks",
    subject: "kernel-btf",
    summary: "5 nodes lack kernel BTF",
    title: "No kernel BTF",
    count: { value: 5, unit: "nodes" },
    evidence: [],
    ...changes,
  };
}

const soak = aReason({
  area: "dataplane",
  code: "gate-too-few-runs",
  severity: "missing",
  subject: "conntrack-soak",
  summary: "Conntrack soak has 6 of 20 runs; 14 more needed",
  title: "Conntrack soak has too few runs",
  count: { value: 14, unit: "runs" },
});

describe("findCauses", () => {
  it("is nothing when nothing holds anybody", () => {
    expect(findCauses([])).toEqual([]);
    expect(findCauses([{ cluster: "a", reasons: [aReason({ severity: "info" })] }])).toEqual([]);
  });

  it("makes the same reason on many clusters one cause, with all their nodes and the oldest date", () => {
    const causes = findCauses([
      { cluster: "edge-prod-1", reasons: [aReason({ since: "2026-06-09T00:00:00.000Z" })] },
      {
        cluster: "edge-canary-1",
        reasons: [aReason({ count: { value: 9, unit: "nodes" }, since: "2026-06-08T00:00:00.000Z" })],
      },
    ]);
    expect(causes).toEqual([
      {
        code: "node-incompatible",
        subject: "kernel-btf",
        area: "kernel",
        severity: "blocks",
        verdict: "blocked",
        title: "No kernel BTF",
        clusters: ["edge-canary-1", "edge-prod-1"],
        count: { value: 14, unit: "nodes" },
        since: "2026-06-08T00:00:00.000Z",
        source: null,
      },
    ]);
  });

  it("keeps another subject or another code apart", () => {
    const reasons = [aReason(), aReason({ subject: "kernel-ipv6" }), aReason({ code: "node-unknown" })];
    expect(findCauses([{ cluster: "a", reasons }])).toHaveLength(3);
  });

  it("tells one cluster's figures, but not for two", () => {
    const one = { cluster: "data-prod-1", reasons: [soak] };
    expect(findCauses([one])[0]?.title).toBe("Conntrack soak has 6 of 20 runs; 14 more needed");
    expect(findCauses([one, { cluster: "data-prod-2", reasons: [soak] }])[0]).toMatchObject({
      title: "Conntrack soak has too few runs",
      count: { value: 28, unit: "runs" },
    });
  });

  it("is worst first, then by the clusters held, then by age", () => {
    const risk = aReason({ severity: "risk", code: "r", title: "risk" });
    const older = aReason({ subject: "older", title: "older", since: "2026-06-01T00:00:00.000Z" });
    const causes = findCauses([
      { cluster: "a", reasons: [risk, soak, aReason(), older] },
      { cluster: "b", reasons: [risk, soak, aReason({ subject: "wide", title: "wide" })] },
      { cluster: "c", reasons: [risk, aReason({ subject: "wide", title: "wide" })] },
    ]);
    expect(causes.map(({ title }) => title)).toEqual([
      "wide",
      "older",
      "No kernel BTF",
      "Conntrack soak has too few runs",
      "risk",
    ]);
  });

  it("is as bad as it is on the cluster where it is worst", () => {
    const causes = findCauses([
      { cluster: "a", reasons: [aReason({ severity: "risk" })] },
      { cluster: "b", reasons: [aReason()] },
    ]);
    expect(causes.map(({ verdict }) => verdict)).toEqual(["blocked"]);
  });
});
