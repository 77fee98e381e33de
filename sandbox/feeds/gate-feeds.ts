import { drawInteger } from "@/sandbox/draw";
import type { DemoCluster, Tier } from "@/sandbox/fleet/cluster";
import { BASELINE, CANDIDATE } from "@/sandbox/fleet/releases";
import { DAY_MS, HOUR_MS, type Lane, type Slot, slotName } from "@/sandbox/schedule";
import { findStory } from "@/sandbox/stories/find-story";
import { findSuite } from "@/sandbox/suites/find-suite";
import { runSuite, type Trouble } from "@/sandbox/suites/run-suite";
import type { Suite } from "@/sandbox/suites/suite";
import { writeRun } from "@/sandbox/wire/write-run";
import type { Feed, Upload } from "./feed";

/** What the fleet reads of a gate in `GET /api/v1/gates`. */
export interface CatalogueGate {
  id: string;
  area: string;
  requiredFor: readonly Tier[];
  minRuns: number;
  maxAgeHours: number;
  mesh: string | null;
  origin: "catalogue" | "custom";
}

/** `least`: as many runs as the gates need and none of the baseline, for fleets of hundreds of clusters. */
export type Evidence = "full" | "least";

/** Gates that are run with the baseline too, once a day: what a comparison needs. */
const COMPARED = [
  "connectivity-suite",
  "conntrack-soak",
  "policy-enforcement",
  "l7-policy",
  "new-pod-smoke",
  "agent-restart",
];
const COMPARED_EVERYWHERE = ["map-headroom", "hubble-ingestion", "series-growth"];
const BASELINE_RUNS = 2;
/** Of these a cluster outside production has a history: as many runs with the baseline as a comparison asks for. */
const DEEP = ["connectivity-suite", "conntrack-soak"];
const DEEP_RUNS = { candidate: 10, baseline: 32 };
const DEEP_PERIOD_MS = 18 * HOUR_MS;

/** Whether a cluster runs the gate at all: required of it, or made for something it has. */
export function isRunBy(gate: CatalogueGate, cluster: DemoCluster): boolean {
  if (gate.id === "host-policy") return cluster.features.includes("host-firewall");
  if (!gate.requiredFor.includes(cluster.tier)) return false;
  const needsMesh = gate.area === "mesh" || gate.mesh !== null;
  if (!needsMesh) return true;
  return gate.mesh === null ? cluster.mesh.length > 0 : cluster.mesh.some((mesh) => mesh === gate.mesh);
}

/** Runs come often enough that the least number of them always fits well into the greatest age. */
function usualLane(gate: CatalogueGate, cluster: DemoCluster): Lane {
  const room = (gate.maxAgeHours * HOUR_MS) / (gate.minRuns + 1);
  const periodMs = Math.floor(Math.min(room, gate.maxAgeHours <= 48 ? 2 * HOUR_MS : 3 * HOUR_MS));
  return {
    periodMs,
    phaseMs: drawInteger(periodMs, cluster.name, gate.id),
    keep: Math.max(gate.minRuns, 2),
    delayMs: 0,
  };
}

function isDeep(gate: CatalogueGate, cluster: DemoCluster): boolean {
  return DEEP.includes(gate.id) && cluster.tier !== "production";
}

function baselineLane(gate: CatalogueGate, cluster: DemoCluster): Lane {
  const periodMs = isDeep(gate, cluster) ? DEEP_PERIOD_MS : DAY_MS;
  return {
    periodMs,
    phaseMs: drawInteger(periodMs, cluster.name, gate.id, BASELINE),
    keep: isDeep(gate, cluster) ? DEEP_RUNS.baseline : BASELINE_RUNS,
    delayMs: 0,
  };
}

interface Run {
  cluster: DemoCluster;
  suite: Suite;
  release: string;
  lane: string;
}

/** The upload of one run. Everything in it follows from cluster, gate, release, lane and slot. */
function uploadOf({ cluster, suite, release, lane }: Run, slot: Slot, trouble: Trouble): Upload {
  const finishedAt = new Date(slot.at);
  const seed = ["sandbox", cluster.name, suite.gate, release, lane, slotName(slot)].join("/");
  return {
    path: "/api/v1/gate-runs",
    query: {
      cluster: cluster.name,
      release,
      gate: suite.gate,
      ranAt: finishedAt.toISOString(),
      attempt: String(slot.attempt),
    },
    document: writeRun(suite.format, runSuite(suite, { cluster, seed, finishedAt }, trouble)),
    gzip: false,
    idempotencyKey: seed,
  };
}

interface GateOnCluster {
  gate: CatalogueGate;
  cluster: DemoCluster;
  suite: Suite;
  evidence: Evidence;
}

function candidateFeeds({ gate, cluster, suite, evidence }: GateOnCluster): Feed[] {
  const story = findStory(cluster.story);
  const least = evidence === "full" && isDeep(gate, cluster) ? DEEP_RUNS.candidate : 2;
  const keep = evidence === "least" ? gate.minRuns : Math.max(gate.minRuns, least);
  const usual = { ...usualLane(gate, cluster), keep };
  const lanes = story.lanes?.(gate.id, usual) ?? { main: usual };
  return Object.entries(lanes).map(([name, lane]) => ({
    cluster: cluster.name,
    lane,
    precedence: 1,
    compose: (slot) => {
      const trouble = story.trouble?.({ cluster, gate: gate.id, slot }) ?? {};
      return uploadOf({ cluster, suite, release: CANDIDATE, lane: name }, slot, trouble);
    },
  }));
}

function baselineFeeds(gate: CatalogueGate, cluster: DemoCluster, suite: Suite): Feed[] {
  const compared = [...(cluster.tier === "production" ? [] : COMPARED), ...COMPARED_EVERYWHERE];
  if (!compared.includes(gate.id)) return [];
  const run = { cluster, suite, release: BASELINE, lane: "main" };
  const lane = baselineLane(gate, cluster);
  return [{ cluster: cluster.name, lane, precedence: 2, compose: (slot) => uploadOf(run, slot, {}) }];
}

/** Every gate a cluster runs, with the candidate and, for some, with the baseline. */
export function gateFeeds(cluster: DemoCluster, gates: readonly CatalogueGate[], evidence: Evidence = "full"): Feed[] {
  if (findStory(cluster.story).silent) return [];
  return gates
    .filter((gate) => isRunBy(gate, cluster))
    .flatMap((gate) => {
      const suite = findSuite(gate);
      if (suite === null) return [];
      const candidate = candidateFeeds({ gate, cluster, suite, evidence });
      return evidence === "least" ? candidate : [...candidate, ...baselineFeeds(gate, cluster, suite)];
    });
}
