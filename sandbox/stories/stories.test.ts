import { describe, expect, it } from "vitest";
import { effectiveFeatures, FeatureSchema } from "@/lib/domain/clusters/feature";
import { GATE_CATALOGUE } from "@/lib/domain/gates/catalogue/catalogue";
import type { GateRunFact, NotPassedCase } from "@/lib/domain/gates/gate-history";
import { type CaseStatus, GateRunDocument, outcomeOf } from "@/lib/domain/gates/gate-run";
import { judgeNode } from "@/lib/domain/nodes/judge-node";
import { profileOf } from "@/lib/domain/nodes/node-profile";
import type { NodeGroupFact } from "@/lib/domain/readiness/cluster-facts";
import { judgeCluster } from "@/lib/domain/readiness/judge-cluster";
import { parseJunit } from "@/lib/formats/junit/parse-junit";
import { parseNodeReport } from "@/lib/formats/node-report/parse-node-report";
import { historyTasks } from "@/sandbox/feeds/agenda";
import type { Upload } from "@/sandbox/feeds/feed";
import { gateFeeds } from "@/sandbox/feeds/gate-feeds";
import { nodeFeeds } from "@/sandbox/feeds/node-feeds";
import type { DemoCluster } from "@/sandbox/fleet/cluster";
import { CLUSTERS } from "@/sandbox/fleet/clusters";
import { BASELINE, CANDIDATE } from "@/sandbox/fleet/releases";
import { findStory, STORIES } from "./find-story";

interface Execution {
  suite: string | null;
  name: string;
  status: CaseStatus;
}

/** Reads a document with the product's own parsers. */
async function read({ document }: Upload) {
  if (document.contentType === "application/json") {
    const { cases } = GateRunDocument.parse(JSON.parse(document.body));
    const executions: Execution[] = cases.map(({ suite, name, status }) => ({ suite: suite ?? null, name, status }));
    const executed = executions.filter(({ status }) => status !== "skipped").length;
    return { executions, wellFormed: true, setupFailure: false, executed };
  }
  async function* bytes() {
    yield new TextEncoder().encode(document.body);
  }
  const executions: Execution[] = [];
  const parsed = parseJunit(bytes());
  for (;;) {
    const step = await parsed.next();
    if (step.done) return { ...step.value, executions };
    executions.push(...step.value);
  }
}

const known = new Map<string, Promise<GateRunFact>>();

/** The same key is the same document, so each is read once. */
function runFact(upload: Upload): Promise<GateRunFact> {
  const fact = known.get(upload.idempotencyKey) ?? readFact(upload);
  known.set(upload.idempotencyKey, fact);
  return fact;
}

/** A run as the database sums it up: the last execution of a case counts, and is flaky when one before it failed. */
async function readFact(upload: Upload): Promise<GateRunFact> {
  const { executions, wellFormed, setupFailure, executed } = await read(upload);
  const counts = { passed: 0, failed: 0, error: 0, skipped: 0, flaky: 0 };
  const byCase = Map.groupBy(executions, ({ suite, name }) => `${suite}\0${name}`);
  const notPassed: NotPassedCase[] = [];
  for (const attempts of byCase.values()) {
    const last = attempts.at(-1);
    if (last === undefined) continue;
    const isFlaky =
      last.status === "passed" && attempts.some(({ status }) => status === "failed" || status === "error");
    const status = isFlaky ? "flaky" : last.status;
    counts[status] += 1;
    if (status !== "passed" && status !== "skipped") notPassed.push({ suite: last.suite, name: last.name, status });
  }
  const outcome = outcomeOf(counts, { executed, setupFailure });
  return {
    id: upload.idempotencyKey,
    ranAt: new Date(upload.query.ranAt ?? ""),
    outcome,
    counts,
    wellFormed,
    notPassed,
  };
}

function nodeGroups(cluster: DemoCluster, uploads: readonly Upload[]): NodeGroupFact[] {
  const features = effectiveFeatures(cluster.features.map((feature) => FeatureSchema.parse(feature)));
  const lines = uploads.flatMap(({ document }) => document.body.trim().split("\n"));
  return lines.map((line) => {
    const parsed = parseNodeReport(JSON.parse(line));
    if (!parsed.ok) throw new Error(`${parsed.pointer}: ${parsed.detail}`);
    const { verdict, findings } = judgeNode(profileOf(parsed.report), { release: CANDIDATE, features });
    const collectedAt = new Date(parsed.report.collectedAt);
    const times = { oldestCollectedAt: collectedAt, newestCollectedAt: collectedAt, staleCount: 0 };
    return { profileId: parsed.report.node, count: 1, verdict, findings, ...times, exampleNodes: [parsed.report.node] };
  });
}

async function judge(cluster: DemoCluster, now: Date) {
  const feeds = [...nodeFeeds(cluster), ...gateFeeds(cluster, GATE_CATALOGUE)];
  const uploads = historyTasks(feeds, now.getTime()).map(({ feed, slot }) => feed.compose(slot));
  const candidate = uploads.filter(({ query }) => query.release === CANDIDATE);
  const gates = await Promise.all(
    GATE_CATALOGUE.map(async (gate) => {
      const runs = await Promise.all(candidate.filter(({ query }) => query.gate === gate.id).map(runFact));
      return { gate, history: { runs } };
    }),
  );
  const facts = {
    cluster: {
      name: cluster.name,
      tier: cluster.tier,
      features: cluster.features.map((feature) => FeatureSchema.parse(feature)),
      featuresDeclared: true,
      mesh: cluster.mesh,
    },
    release: CANDIDATE,
    baseline: BASELINE,
    gates,
    nodes: nodeGroups(
      cluster,
      uploads.filter(({ path }) => path === "/api/v1/node-reports"),
    ),
    expectedNodes: null,
  };
  return judgeCluster(facts, now);
}

function clusterOf(story: string): DemoCluster {
  const found = CLUSTERS.find((cluster) => cluster.story === story);
  if (found === undefined) throw new Error(`no cluster tells ${story}`);
  return found;
}

/** Hours that differ in every unit a lane may be aligned to. */
const INSTANTS = ["2026-11-22T18:03:11Z", "2026-11-24T00:00:01Z", "2027-02-28T23:59:59Z"] as const;

describe("the fleet", () => {
  it("has twelve clusters over the three tiers, two of them all green, and tells every story", () => {
    expect(CLUSTERS).toHaveLength(12);
    expect(new Set(CLUSTERS.map(({ tier }) => tier))).toEqual(new Set(["gating", "canary", "production"]));
    expect(CLUSTERS.filter(({ story }) => story === "all-green")).toHaveLength(2);
    expect(new Set(CLUSTERS.map(({ story }) => story))).toEqual(new Set(STORIES.map(({ id }) => id)));
  });

  describe.each(INSTANTS)("judged by the product's own rules at %s", (instant) => {
    it.each(CLUSTERS.filter(({ story }) => !["flaky-suite", "policy-tightening"].includes(story)))(
      "$name is what its story says",
      async (cluster) => {
        const { verdict, reasons } = await judge(cluster, new Date(instant));
        const holding = reasons.filter(({ severity }) => severity !== "info").map(({ summary }) => summary);
        expect({ verdict, holding: verdict === "ready" ? holding : [] }).toEqual({
          verdict: findStory(cluster.story).verdict,
          holding: [],
        });
      },
    );
  });
});

describe("the stories", () => {
  const now = new Date(INSTANTS[0]);

  async function codesOf(story: string, at = now) {
    const { reasons } = await judge(clusterOf(story), at);
    return reasons
      .filter(({ severity }) => severity !== "info")
      .map(({ area, code, subject }) => `${area} ${code} ${subject}`);
  }

  it("no-btf: the nodes block, and what needs a new pod never got as far as testing", async () => {
    const codes = await codesOf("no-btf");
    expect(codes).toContain("kernel node-incompatible btf");
    expect(codes).toContain("kernel gate-failing btf-preflight");
    expect(codes).toContain("dataplane gate-setup-failed connectivity-suite");
  });

  it("kernel-5-10-with-ipv6: nothing but the kernel is to be looked at", async () => {
    const codes = await codesOf("kernel-5-10-with-ipv6");
    expect(codes).toContain("kernel node-risk ipv6-kernel-5-12-ahead");
    expect(codes.filter((code) => !code.startsWith("kernel node-risk "))).toEqual([]);
  });

  it("conntrack-failing: two gates fail, in reports that are not well-formed", async () => {
    const { reasons } = await judge(clusterOf("conntrack-failing"), now);
    const codes = reasons.map(({ code, subject }) => `${code} ${subject}`);
    expect(codes).toContain("gate-failing conntrack-soak");
    expect(codes).toContain("gate-document-malformed connectivity-suite");
  });

  it("stale-evidence: a node pool and the telemetry checks are too old, nothing else", async () => {
    expect((await codesOf("stale-evidence")).sort()).toEqual([
      "kernel node-reports-stale node-reports-stale",
      "telemetry gate-stale hubble-ingestion",
      "telemetry gate-stale series-growth",
    ]);
  });

  it("istio-ambient-failing: one gate of the mesh blocks, nothing else", async () => {
    expect(await codesOf("istio-ambient-failing")).toEqual(["mesh gate-failing istio-ambient"]);
  });

  it("soak-in-progress: the soak has too few runs and telemetry is at times flaky", async () => {
    const twelveMinutes = 12 * 60_000;
    const seen = new Set<string>();
    for (const nth of [0, 1, 2]) {
      for (const code of await codesOf("soak-in-progress", new Date(now.getTime() + nth * twelveMinutes)))
        seen.add(code);
    }
    expect([...seen].sort()).toEqual([
      "dataplane gate-too-few-runs conntrack-soak",
      "telemetry gate-flaky hubble-ingestion",
    ]);
  });

  it("flaky-suite: review nearly always, blocked only until the reruns of a failure are in", async () => {
    const cluster = clusterOf("flaky-suite");
    const verdicts: string[] = [];
    for (let minute = 0; minute < 100; minute += 2) {
      verdicts.push((await judge(cluster, new Date(now.getTime() + minute * 60_000))).verdict);
    }
    const blocked = verdicts.filter((verdict) => verdict === "blocked").length;
    expect(new Set(verdicts)).toEqual(new Set(["review", "blocked"]));
    expect(blocked).toBeGreaterThan(0);
    expect(blocked).toBeLessThanOrEqual(4);
    expect(await codesOf("flaky-suite")).toContain("dataplane gate-flaky connectivity-suite");
  }, 30_000);
});
