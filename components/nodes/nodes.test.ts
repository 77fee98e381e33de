import { describe, expect, it } from "vitest";
import type { NodeGroupDto } from "@/lib/domain/nodes/dto";
import type { Finding } from "@/lib/domain/nodes/finding";
import { choicesOf, filterGroups, groupsOnClusters, type NodeFilters } from "./filter-groups";
import { nodesSentence, worstWords } from "./nodes-sentence";

const NONE: NodeFilters = { q: "", verdict: [], cluster: [], requirement: [], kernel: [], image: [] };

const noBtf: Finding = {
  requirement: "kernel-btf",
  title: "No kernel BTF",
  severity: "blocks",
  outcome: "unmet",
  observed: "no /sys/kernel/btf/vmlinux",
  needed: "kernel BTF",
  detail: "",
  source: "https://example.org",
};

function group(of: Partial<NodeGroupDto> & { on: Record<string, number> }): NodeGroupDto {
  const { on, ...rest } = of;
  const clusters = Object.entries(on).map(([cluster, nodes]) => ({ cluster, nodes }));
  const nodes = clusters.reduce((sum, one) => sum + one.nodes, 0);
  return {
    id: JSON.stringify(of),
    osImage: "Ubuntu 22.04",
    kernelRelease: "5.15.0-1089-azure",
    machine: "amd64",
    verdict: "compatible",
    findings: [],
    sentence: "as the server said",
    nodes,
    clusters,
    ...rest,
  };
}

const PI = group({
  osImage: "Raspberry Pi OS 12",
  kernelRelease: "6.6.31",
  machine: "arm64",
  verdict: "incompatible",
  findings: [noBtf],
  on: { "edge-1": 9, "edge-2": 5 },
});
const AZURE = group({ on: { "eu-prod-3": 38 } });
const NAMELESS = group({ osImage: null, kernelRelease: "5.1.21", verdict: "unknown", on: { lab: 2 } });
const ALL = [PI, NAMELESS, AZURE];

describe("filterGroups", () => {
  it("counts the nodes that each verdict would leave, whatever verdict is chosen", () => {
    const { items, counts } = filterGroups(ALL, { ...NONE, verdict: ["unknown"] });
    expect(items).toEqual([NAMELESS]);
    expect(counts).toEqual({ compatible: 38, unknown: 2, incompatible: 14 });
  });

  it("takes the beginning of a kernel by whole numbers: 5.1 is not 5.15", () => {
    expect(filterGroups(ALL, { ...NONE, kernel: ["5.1"] }).items).toEqual([NAMELESS]);
    expect(filterGroups(ALL, { ...NONE, kernel: ["5.15", "6."] }).items).toEqual([PI, AZURE]);
  });

  it("finds words in image, kernel, machine, cluster and finding, all of them", () => {
    expect(filterGroups(ALL, { ...NONE, q: "BTF edge-2" }).items).toEqual([PI]);
    expect(filterGroups(ALL, { ...NONE, q: "btf azure" }).items).toEqual([]);
  });

  it("follows a link from a reason: one cluster and one requirement", () => {
    const { items } = filterGroups(ALL, { ...NONE, cluster: ["edge-2"], requirement: ["kernel-btf"] });
    expect(items).toMatchObject([{ nodes: 5, sentence: "5 nodes of Raspberry Pi OS 12 lack kernel BTF." }]);
  });
});

describe("choicesOf", () => {
  it("counts nodes by value and orders numbers as numbers", () => {
    const kernels = choicesOf([AZURE, NAMELESS, PI, AZURE], ({ kernelRelease }) => [{ value: kernelRelease }]);
    expect(kernels.map(({ value, nodes }) => [value, nodes])).toEqual([
      ["5.1.21", 2],
      ["5.15.0-1089-azure", 76],
      ["6.6.31", 14],
    ]);
  });
});

describe("nodesSentence", () => {
  it("says how many nodes and images block, and what is unknown", () => {
    expect(nodesSentence("1.20.0-pre.3", ALL, [])).toBe(
      "14 of 54 nodes cannot run 1.20.0-pre.3; 1 of 3 node images blocks it, 2 more unknown.",
    );
    expect(nodesSentence("1.20.0", [PI], [])).toBe("14 of 14 nodes cannot run 1.20.0; the only node image blocks it.");
    expect(worstWords(groupsOnClusters([PI], ["edge-1"]))).toBe("9 nodes of Raspberry Pi OS 12 lack kernel BTF.");
  });

  it("says when nothing blocks, when something is unknown, and where nobody reported", () => {
    expect(nodesSentence("1.20.0", [NAMELESS, AZURE], [])).toBe(
      "No node image blocks 1.20.0; 2 of 40 nodes are unknown.",
    );
    expect(nodesSentence("1.20.0", [AZURE], ["eu-prod-3"])).toBe(
      "Every node image can run 1.20.0: 38 nodes on eu-prod-3, 1 image.",
    );
    expect(nodesSentence("1.20.0", [], ["lab"])).toBe("No node has reported on lab yet.");
  });
});
