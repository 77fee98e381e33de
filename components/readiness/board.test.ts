import { describe, expect, it } from "vitest";
import { type Area, eachArea } from "@/lib/domain/readiness/area";
import type { AreaVerdictDto, CauseDto, ReadinessItemDto, VerdictChangeDto } from "@/lib/domain/readiness/dto";
import { type Verdict, worstVerdict } from "@/lib/domain/readiness/verdict";
import { type BoardFilters, causeKey, countValues, filterBoard } from "./filter-board";
import { foldReady } from "./fold-ready";
import { areaOfMany, areasInView, groupBoard, oldestEvidence } from "./group-board";
import { kernelSeries, kernelWords } from "./kernel-series";
import { toldChanges } from "./told-changes";
import { versionInView } from "./version-words";

type Made = Partial<Omit<ReadinessItemDto, "areas" | "kernels">> & {
  verdicts?: Partial<Record<Area, Verdict>>;
  kernels?: string[];
};

function item(cluster: string, { verdicts = {}, kernels = [], ...rest }: Made = {}): ReadinessItemDto {
  const areas = eachArea((area): AreaVerdictDto => ({ verdict: verdicts[area] ?? "ready", reasons: 0, holding: 0 }));
  return {
    cluster,
    tier: "production",
    verdict: worstVerdict(Object.values(areas).map(({ verdict }) => verdict)),
    areas,
    openRegressions: 0,
    nodes: { compatible: 0, incompatible: 0, unknown: 0 },
    evidence: { newestAt: null, oldestAt: null, count: 0 },
    version: 1,
    installedRelease: null,
    provider: null,
    region: null,
    kernels: kernels.map((release) => ({ release, nodes: 1 })),
    why: null,
    since: null,
    computedAt: null,
    expiresAt: null,
    ...rest,
  };
}

const NO_FILTER: BoardFilters = { q: "", verdict: [], tier: [], area: [], region: [], kernel: [], cause: null };

const FLEET = [
  item("ap-prod-2", { region: "ap-south-1", verdicts: { kernel: "unproven" }, kernels: ["6.6.87-g1"] }),
  item("edge-1", { tier: "canary", verdicts: { kernel: "blocked", mesh: "review" }, kernels: ["6.6.31-rpi"] }),
  item("eu-prod-1", { region: "eu-west-1", provider: "EKS", kernels: ["6.1.134-1.amzn2023", "5.15.0-1089-aws"] }),
  item("gate-1", {
    tier: "gating",
    region: "eu-west-1",
    verdicts: { mesh: "review" },
    kernels: ["5.15.0-139-generic"],
  }),
];

const BTF: CauseDto = {
  code: "node-incompatible",
  subject: "kernel-btf",
  area: "kernel",
  severity: "blocks",
  verdict: "blocked",
  title: "No kernel BTF",
  clusters: ["edge-1"],
  count: null,
  since: null,
  source: null,
};

function left(filters: Partial<BoardFilters>): string[] {
  return filterBoard(FLEET, [BTF], { ...NO_FILTER, ...filters }).items.map(({ cluster }) => cluster);
}

describe("filterBoard", () => {
  it("lets everything through when nothing is chosen", () => {
    expect(left({})).toEqual(FLEET.map(({ cluster }) => cluster));
  });

  it("wants every word, in the name, the region, the provider or a kernel", () => {
    expect(left({ q: "EU-west" })).toEqual(["eu-prod-1", "gate-1"]);
    expect(left({ q: "eks  amzn" })).toEqual(["eu-prod-1"]);
    expect(left({ q: "eks rpi" })).toEqual([]);
  });

  it("takes several values of one filter as either, and several filters as both", () => {
    expect(left({ tier: ["gating", "canary"] })).toEqual(["edge-1", "gate-1"]);
    expect(left({ kernel: ["5.15"] })).toEqual(["eu-prod-1", "gate-1"]);
    expect(left({ kernel: ["5.15"], tier: ["gating"] })).toEqual(["gate-1"]);
    expect(left({ region: ["eu-west-1"] })).toEqual(["eu-prod-1", "gate-1"]);
  });

  it("counts on each chip what it would leave, whatever chip is pressed", () => {
    const { items, counts } = filterBoard(FLEET, [BTF], { ...NO_FILTER, verdict: ["blocked"] });
    expect(items.map(({ cluster }) => cluster)).toEqual(["edge-1"]);
    expect(counts).toEqual({ ready: 1, review: 1, unproven: 1, blocked: 1 });
    expect(filterBoard(FLEET, [], { ...NO_FILTER, q: "eu" }).counts).toEqual({
      ready: 1,
      review: 1,
      unproven: 0,
      blocked: 0,
    });
  });

  it("looks at the worst of the chosen areas instead of the whole cluster", () => {
    expect(left({ area: ["mesh"], verdict: ["review"] })).toEqual(["edge-1", "gate-1"]);
    expect(left({ area: ["mesh", "kernel"], verdict: ["review"] })).toEqual(["gate-1"]);
    expect(filterBoard(FLEET, [], { ...NO_FILTER, area: ["install"] }).counts.ready).toBe(4);
  });

  it("shows whom a cause holds, and nobody once the cause is gone", () => {
    expect(left({ cause: causeKey(BTF) })).toEqual(["edge-1"]);
    expect(left({ cause: "gate-failing~gone" })).toEqual([]);
  });
});

it("counts the values of a filter by cluster, numbers as numbers", () => {
  const series = countValues(FLEET, ({ kernels }) => kernels.map(({ release }) => kernelSeries(release)));
  expect(series).toEqual([
    { value: "5.15", count: 2 },
    { value: "6.1", count: 1 },
    { value: "6.6", count: 2 },
  ]);
});

describe("groupBoard", () => {
  const names = (groups: ReturnType<typeof groupBoard>) =>
    groups.map(({ key, items }) => [key, ...items.map(({ cluster }) => cluster)]);

  it("keeps the order of the tiers, the worst first in each, and no empty tier", () => {
    const fleet = [...FLEET, item("ab-prod", { tier: "production" })];
    expect(names(groupBoard(fleet, "tier", []))).toEqual([
      ["gating", "gate-1"],
      ["canary", "edge-1"],
      ["production", "ap-prod-2", "ab-prod", "eu-prod-1"],
    ]);
    expect(names(groupBoard(FLEET.slice(0, 1), "tier", []))).toEqual([["production", "ap-prod-2"]]);
    expect(groupBoard([], "none", [])).toEqual([]);
  });

  it("parts tiers into regions, those of no region last", () => {
    const fleet = [...FLEET, item("bare", {})];
    expect(names(groupBoard(fleet, "region", [])).slice(2)).toEqual([
      ["production ap-south-1", "ap-prod-2"],
      ["production eu-west-1", "eu-prod-1"],
      ["production", "bare"],
    ]);
  });

  it("orders and counts by the areas in view", () => {
    const [group] = groupBoard(FLEET, "none", ["mesh"]);
    expect(group?.items.map(({ cluster }) => cluster)).toEqual(["edge-1", "gate-1", "ap-prod-2", "eu-prod-1"]);
    expect(group?.counts).toEqual({ ready: 2, review: 2, unproven: 0, blocked: 0 });
  });
});

describe("one area of many clusters", () => {
  it("is its worst verdict, how many have it, and what comes next", () => {
    expect(areaOfMany(FLEET, "kernel")).toEqual({
      verdict: "blocked",
      count: 1,
      next: { verdict: "unproven", count: 1 },
    });
    expect(areaOfMany(FLEET, "mesh")).toEqual({ verdict: "review", count: 2, next: null });
    expect(areaOfMany(FLEET, "policy")).toEqual({ verdict: "ready", count: 4, next: null });
  });

  it("leaves out whom it does not concern", () => {
    const meshless = item("no-mesh");
    meshless.areas.mesh = { verdict: "ready", reasons: 1, holding: 0, notApplicable: true };
    expect(areaOfMany([meshless], "mesh")).toBeNull();
    expect(areaOfMany([meshless, item("mesh")], "mesh")).toEqual({ verdict: "ready", count: 1, next: null });
  });
});

it("finds the oldest evidence, where there is any", () => {
  const at = (oldestAt: string | null) => item("c", { evidence: { newestAt: null, oldestAt, count: 1 } });
  expect(oldestEvidence([at("2026-06-09T00:00:00Z"), at(null), at("2026-06-01T12:00:00Z")])).toBe(
    "2026-06-01T12:00:00Z",
  );
  expect(oldestEvidence([at(null)])).toBeNull();
});

it("shows the chosen areas in the order of all six", () => {
  expect(areasInView(["mesh", "install"])).toEqual(["install", "mesh"]);
  expect(areasInView([])).toHaveLength(6);
});

describe("foldReady", () => {
  it("lists what is not ready and counts the rest", () => {
    const { listed, folded, foldedCount } = foldReady(groupBoard(FLEET, "none", [])[0]?.items ?? [], []);
    expect(listed.map(({ cluster }) => cluster)).toEqual(["edge-1", "ap-prod-2", "gate-1"]);
    expect(folded).toEqual({ ready: 1, review: 0, unproven: 0, blocked: 0 });
    expect(foldedCount).toBe(1);
  });

  it("folds also what is too much to read", () => {
    const many = Array.from({ length: 23 }, (_, at) => item(`c-${at}`, { verdicts: { policy: "review" } }));
    const { listed, folded } = foldReady(many, []);
    expect(listed).toHaveLength(20);
    expect(folded.review).toBe(3);
  });
});

describe("kernels in words", () => {
  // Names as the distributions write them: Amazon Linux 2023, Ubuntu on Azure, RHEL 8.10, Raspberry Pi OS.
  it.each([
    ["6.1.134-152.225.amzn2023.x86_64", "6.1", "6.1.134"],
    ["5.15.0-1089-azure", "5.15", "5.15.0-1089"],
    ["4.18.0-553.el8_10.x86_64", "4.18", "4.18.0-553"],
    ["6.6.31+rpt-rpi-v8", "6.6", "6.6.31"],
    ["custom", "custom", "custom"],
  ])("%s", (release, series, words) => {
    expect(kernelSeries(release)).toBe(series);
    expect(kernelWords([{ release, nodes: 3 }])).toBe(words);
  });

  it("names two, counts more, and says alike ones once", () => {
    const kernels = (...releases: string[]) => releases.map((release) => ({ release, nodes: 1 }));
    expect(kernelWords(kernels("6.8.0-1027-azure", "5.15.0-1089-azure"))).toBe("6.8.0-1027, 5.15.0-1089");
    expect(kernelWords(kernels("6.1.1", "6.1.2", "6.1.3"))).toBe("3 kernels");
    expect(kernelWords(kernels("6.1.134-a", "6.1.134-b"))).toBe("6.1.134");
  });
});

it("tells once that a cluster and the area behind it changed", () => {
  const change = (at: string, area: Area | null): VerdictChangeDto => ({
    at,
    cluster: "edge-1",
    area,
    from: "ready",
    to: "blocked",
    summary: "",
  });
  const told = toldChanges([change("10:00", null), change("10:00", "kernel"), change("09:00", "policy")]);
  expect(told.map(({ at, area }) => [at, area])).toEqual([
    ["10:00", null],
    ["09:00", "policy"],
  ]);
});

it.each([
  ["1.20.0-pre.3", "pre.3"],
  ["1.20.0-pre.2", "pre.2"],
  ["1.19.6", "1.19.6"],
  ["1.20.0", "1.20.0"],
  ["1.19.0-rc.1", "1.19.0-rc.1"],
])("beside 1.20.0-pre.3, %s stands as %s", (version, shown) => {
  const words = versionInView(version, "1.20.0-pre.3");
  expect(words.shown).toBe(shown);
  expect(words.hidden + words.shown).toBe(version);
});
