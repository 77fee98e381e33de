import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { aFinding, aNodeGroup, readyFacts } from "@/lib/testing/cluster-facts";
import { aGate, aRun, hoursAgo, NOW } from "@/lib/testing/gate-facts";
import { TIERS } from "../clusters/cluster";
import { MESHES } from "../clusters/feature";
import { OUTCOMES } from "../gates/gate-run";
import { AREAS } from "./area";
import type { ClusterFacts } from "./cluster-facts";
import { judgeCluster } from "./judge-cluster";
import { isRequired } from "./mesh-rule";
import { SEVERITIES } from "./reason";
import { compareWorstFirst, worstVerdict } from "./verdict";

const DAY_MS = 86_400_000;

/** Mostly good evidence, so that ready clusters come up among the others. */
const runArbitrary = fc
  .tuple(
    fc.oneof(
      { weight: 6, arbitrary: fc.constant("passed" as const) },
      { weight: 1, arbitrary: fc.constantFrom(...OUTCOMES) },
    ),
    fc.oneof(
      { weight: 6, arbitrary: fc.integer({ min: 0, max: 100 }) },
      { weight: 1, arbitrary: fc.oneof(fc.constant(-1), fc.integer({ min: 0, max: 400 })) },
    ),
    fc.uuid(),
  )
  .map(([outcome, hours, id]) => aRun(outcome, hours, { id }));

const gateArbitrary = fc.record({
  area: fc.constantFrom(...AREAS),
  minRuns: fc.integer({ min: 1, max: 2 }),
  passRate: fc.constantFrom(0.5, 1),
  requiredFor: fc.subarray([...TIERS]),
  mesh: fc.option(fc.constantFrom(...MESHES)),
});

const entriesArbitrary = fc
  .array(fc.tuple(gateArbitrary, fc.uniqueArray(runArbitrary, { selector: ({ id }) => id, maxLength: 4 })), {
    maxLength: 6,
  })
  .map((entries) =>
    entries.map(([gate, runs], index) => ({ gate: aGate({ ...gate, id: `gate-${index}` }), history: { runs } })),
  );

const groupArbitrary = fc
  .record({
    count: fc.integer({ min: 1, max: 5 }),
    verdict: fc.oneof(
      { weight: 4, arbitrary: fc.constant("compatible" as const) },
      { weight: 1, arbitrary: fc.constantFrom("incompatible" as const, "unknown" as const) },
    ),
    findings: fc.array(
      fc
        .record({
          requirement: fc.constantFrom("r1", "r2"),
          severity: fc.constantFrom("risk" as const, "info" as const),
        })
        .map(aFinding),
      { maxLength: 2 },
    ),
    newest: fc.integer({ min: 0, max: 100 }),
    older: fc.oneof(
      { weight: 4, arbitrary: fc.constant(10) },
      { weight: 1, arbitrary: fc.integer({ min: 0, max: 200 }) },
    ),
  })
  .map(({ newest, older, ...group }) =>
    aNodeGroup({ ...group, newestCollectedAt: hoursAgo(newest), oldestCollectedAt: hoursAgo(newest + older) }),
  );

const factsArbitrary = fc
  .record({
    gates: entriesArbitrary,
    nodes: fc.array(groupArbitrary, { maxLength: 3 }).map((groups) =>
      groups.map((group, index) => ({
        ...group,
        profileId: `profile-${index}`,
        findings: group.findings.map((finding) => ({ ...finding, detail: `As profile ${index} says.` })),
      })),
    ),
    tier: fc.constantFrom(...TIERS),
    mesh: fc.option(fc.subarray([...MESHES])),
  })
  .map(({ gates, nodes, tier, mesh }): ClusterFacts => readyFacts({ gates, nodes }, { tier, mesh }));

const totalNodes = (facts: ClusterFacts) => facts.nodes.reduce((sum, group) => sum + group.count, 0);

describe("judgeCluster", () => {
  test("is ready only with fresh passes for every required gate and fresh reports of compatible nodes", () => {
    let ready = 0;
    fc.assert(
      fc.property(factsArbitrary, (facts) => {
        if (judgeCluster(facts, NOW).verdict !== "ready") return;
        ready += 1;
        for (const { gate, history } of facts.gates) {
          if (!isRequired(gate, facts.cluster)) continue;
          const passes = history.runs.filter(
            ({ outcome, ranAt }) => outcome === "passed" && NOW.getTime() - ranAt.getTime() < 7 * DAY_MS,
          );
          expect(passes.length).toBeGreaterThanOrEqual(gate.minRuns * gate.passRate);
        }
        expect(totalNodes(facts)).toBeGreaterThan(0);
        for (const group of facts.nodes) {
          expect(group.verdict).toBe("compatible");
          expect(NOW.getTime() - group.oldestCollectedAt.getTime()).toBeLessThan(7 * DAY_MS);
        }
      }),
      { numRuns: 2000 },
    );
    expect(ready).toBeGreaterThan(50);
  });

  test("a cluster is as bad as its worst area, and an area as its worst reason", () => {
    fc.assert(
      fc.property(factsArbitrary, (facts) => {
        const { verdict, areas, reasons } = judgeCluster(facts, NOW);
        expect(verdict).toBe(worstVerdict(Object.values(areas).map((area) => area.verdict)));
        const byArea = { blocks: "blocked", missing: "unproven", risk: "review", info: "ready" } as const;
        for (const area of AREAS) {
          const own = reasons.filter((reason) => reason.area === area);
          const worst = SEVERITIES.find((severity) => own.some((reason) => reason.severity === severity)) ?? "info";
          expect(areas[area].verdict).toBe(byArea[worst]);
          expect(areas[area].reasons).toBe(own.length);
        }
      }),
    );
  });

  test("taking all runs of a gate away never makes a cluster ready", () => {
    fc.assert(
      fc.property(factsArbitrary, fc.nat(), (facts, pick) => {
        const gone = facts.gates[pick % Math.max(1, facts.gates.length)];
        if (gone === undefined || !isRequired(gone.gate, facts.cluster)) return;
        const gates = facts.gates.map((entry) => (entry === gone ? { ...entry, history: { runs: [] } } : entry));
        const { verdict } = judgeCluster({ ...facts, gates }, NOW);
        expect(["unproven", "blocked"]).toContain(verdict);
      }),
    );
  });

  test("nodes that stop reporting never make a cluster ready while they are known to be there", () => {
    fc.assert(
      fc.property(factsArbitrary, fc.nat(), (facts, pick) => {
        const gone = facts.nodes[pick % Math.max(1, facts.nodes.length)];
        if (gone === undefined) return;
        const nodes = facts.nodes.filter((group) => group !== gone);
        const { verdict } = judgeCluster({ ...facts, nodes, expectedNodes: totalNodes(facts) }, NOW);
        expect(["unproven", "blocked"]).toContain(verdict);
      }),
    );
  });

  test("good evidence is never better away", () => {
    fc.assert(
      fc.property(factsArbitrary, fc.nat(), (facts, pick) => {
        const passed = facts.gates.flatMap(({ history }) => history.runs.filter(({ outcome }) => outcome === "passed"));
        const gone = passed[pick % Math.max(1, passed.length)];
        const gates = facts.gates.map((entry) => ({
          ...entry,
          history: { runs: entry.history.runs.filter((run) => run !== gone) },
        }));
        const before = judgeCluster(facts, NOW).verdict;
        const after = judgeCluster({ ...facts, gates }, NOW).verdict;
        expect(compareWorstFirst(after, before)).toBeLessThanOrEqual(0);
      }),
    );
  });

  test("the order of the facts is no input", () => {
    fc.assert(
      fc.property(factsArbitrary, (facts) => {
        const reversed: ClusterFacts = {
          ...facts,
          gates: facts.gates
            .toReversed()
            .map((entry) => ({ ...entry, history: { runs: entry.history.runs.toReversed() } })),
          nodes: facts.nodes.toReversed(),
        };
        expect(judgeCluster(reversed, NOW)).toEqual(judgeCluster(facts, NOW));
      }),
    );
  });

  test("nothing is told differently before the judgement expires", () => {
    fc.assert(
      fc.property(factsArbitrary, (facts) => {
        const today = judgeCluster(facts, NOW);
        const until = today.expiresAt?.getTime() ?? NOW.getTime() + 3650 * DAY_MS;
        const then = judgeCluster(facts, new Date(until - 1));
        expect({ ...then, inputs: null }).toEqual({ ...today, inputs: null });
      }),
      { numRuns: 500 },
    );
  });

  test("the stored inputs are enough to judge again", () => {
    fc.assert(
      fc.property(factsArbitrary, (facts) => {
        const judgement = judgeCluster(facts, NOW);
        const kept = new Set(judgement.inputs.gateRunIds);
        const gates = facts.gates.map(({ gate, history }) => ({
          gate: { ...gate, ...judgement.inputs.gates.find(({ id }) => id === gate.id) },
          history: { runs: history.runs.filter(({ id }) => kept.has(id)) },
        }));
        expect(judgeCluster({ ...facts, gates }, new Date(judgement.inputs.judgedAt))).toEqual(judgement);
      }),
    );
  });
});
