import { describe, expect, it } from "vitest";
import { nodeWith } from "./fixtures/good-node";
import { groupNodes, groupSentence, type JudgedNodes } from "./group-nodes";
import { judgeNode } from "./judge-node";
import type { NodeProfile } from "./node-profile";

function nodes(cluster: string, count: number, facts: Partial<NodeProfile> = {}, config = {}): JudgedNodes {
  const profile = nodeWith(facts, config);
  const judgement = judgeNode(profile, { release: "1.20.0-pre.3", features: ["ipv4"] });
  const { osImage, kernelRelease, machine } = profile;
  return { cluster, count, osImage, kernelRelease, machine, ...judgement };
}

const PI = { osImage: "Raspberry Pi OS 12", kernelRelease: "6.6.51-v8", machine: "arm64", btf: false };

describe("groupNodes", () => {
  it("puts nodes of one image, kernel and set of findings together over clusters", () => {
    const groups = groupNodes([nodes("b", 30, PI), nodes("a", 5, PI), nodes("b", 3, PI), nodes("a", 2)]);
    expect(groups.map((group) => [group.osImage, group.nodes, group.verdict])).toEqual([
      ["Raspberry Pi OS 12", 38, "incompatible"],
      ["Debian GNU/Linux 13 (trixie)", 2, "compatible"],
    ]);
    expect(groups[0]?.clusters).toEqual([
      { cluster: "a", nodes: 5 },
      { cluster: "b", nodes: 33 },
    ]);
  });

  it("keeps apart what differs in image, kernel, machine or findings", () => {
    const groups = groupNodes([
      nodes("a", 1, PI),
      nodes("a", 1, { ...PI, kernelRelease: "6.6.52-v8" }),
      nodes("a", 1, { ...PI, machine: "amd64" }),
      nodes("a", 1, { ...PI, osImage: null }),
      nodes("a", 1, { ...PI, btf: true }),
    ]);
    expect(groups).toHaveLength(5);
  });

  it("lists the worst first, then the largest", () => {
    const groups = groupNodes([
      nodes("a", 9),
      nodes("a", 1, { btf: false }),
      nodes("a", 4, { btf: null }),
      nodes("a", 7, { btf: false, kernelRelease: "6.1.0" }),
    ]);
    expect(groups.map((group) => [group.verdict, group.nodes])).toEqual([
      ["incompatible", 7],
      ["incompatible", 1],
      ["unknown", 4],
      ["compatible", 9],
    ]);
  });

  it("has no group without nodes", () => {
    expect(groupNodes([])).toEqual([]);
  });
});

describe("groupSentence", () => {
  const sentence = (...judged: JudgedNodes[]) => groupNodes(judged).map(groupSentence)[0];

  it("can be read aloud", () => {
    expect(sentence(nodes("a", 38, PI))).toBe("38 nodes of Raspberry Pi OS 12 lack kernel BTF.");
    expect(sentence(nodes("a", 1, PI))).toBe("1 node of Raspberry Pi OS 12 lacks kernel BTF.");
    expect(sentence(nodes("a", 2))).toBe("2 nodes of Debian GNU/Linux 13 (trixie) meet every requirement.");
    expect(sentence(nodes("a", 76, { kernelRelease: "6.1.158" }))).toBe(
      "76 nodes of Debian GNU/Linux 13 (trixie) meet every requirement, with 1 note.",
    );
    expect(sentence(nodes("a", 1204, { kernelRelease: "5.4.0", osImage: null }))).toBe(
      "Kernel below 5.10 on 1,204 nodes of kernel 5.4.0.",
    );
    expect(sentence(nodes("a", 1, { btf: null }))).toBe(
      "Kernel BTF not known on 1 node of Debian GNU/Linux 13 (trixie).",
    );
  });

  it("counts the findings that weigh the same", () => {
    expect(sentence(nodes("a", 2, { btf: false, jitEnabled: false }))).toBe(
      "2 nodes of Debian GNU/Linux 13 (trixie) lack kernel BTF, and 1 further finding.",
    );
  });
});
