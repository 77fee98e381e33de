import { expect, it } from "vitest";
import { findCauses } from "./causes";
import { type MeetingCluster, meetingSummary } from "./meeting-summary";

const clusters: MeetingCluster[] = [
  { cluster: "us-prod-1", tier: "production", verdict: "ready", why: null },
  { cluster: "data-prod-1", tier: "production", verdict: "unproven", why: "X | B has not run" },
  { cluster: "edge-prod-1", tier: "production", verdict: "blocked", why: "1 node lacks kernel BTF" },
];

const causes = findCauses([
  {
    cluster: "data-prod-1",
    reasons: [
      {
        area: "dataplane",
        code: "gate-not-run",
        severity: "missing",
        subject: "odd",
        summary: "X | B has not run",
        evidence: [],
      },
    ],
  },
  {
    cluster: "edge-prod-1",
    reasons: [
      {
        area: "kernel",
        code: "node-incompatible",
        severity: "blocks",
        subject: "kernel-btf",
        summary: "1 node lacks kernel BTF",
        title: "No kernel BTF",
        count: { value: 1, unit: "nodes" },
        since: "2026-06-08T04:00:00.000Z",
        evidence: [],
      },
    ],
  },
]);

const facts = {
  release: "1.20.0-pre.3",
  baseline: "1.19.6",
  judgedAt: new Date("2026-06-10T09:02:00Z"),
  policyVersion: "1",
  evidenceCount: 1204,
};

it("can be pasted into the notes of a meeting", () => {
  expect(meetingSummary({ ...facts, clusters, causes })).toBe(
    `## Cilium 1.20.0-pre.3 against 1.19.6

Not yet. 1 of 3 clusters can take 1.20.0-pre.3 now; 1 blocked, 1 unproven. One cause holds the one blocked cluster: no kernel BTF (1).

Judged 10 Jun 2026 09:02 UTC from 1,204 evidence items, policy v1.

### What holds the others

- **blocked** No kernel BTF (kernel): edge-prod-1; 1 node; since 8 Jun 2026
- **unproven** X | B has not run (dataplane): data-prod-1

### Clusters that are not ready

| Cluster | Tier | Verdict | Why |
| --- | --- | --- | --- |
| edge-prod-1 | production | blocked | 1 node lacks kernel BTF |
| data-prod-1 | production | unproven | X \\| B has not run |

Ready: us-prod-1.
`,
  );
});

it("is short when all is well", () => {
  const ready = clusters.slice(0, 1);
  expect(meetingSummary({ ...facts, baseline: null, clusters: ready, causes: [] })).toBe(
    `## Cilium 1.20.0-pre.3

Yes. The only cluster can take 1.20.0-pre.3 now.

Judged 10 Jun 2026 09:02 UTC from 1,204 evidence items, policy v1.

Ready: us-prod-1.
`,
  );
});
