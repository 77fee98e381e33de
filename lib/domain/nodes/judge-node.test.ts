import { describe, expect, it } from "vitest";
import { CHART_DEFAULT_FEATURES, FEATURES, type Feature } from "../clusters/feature";
import type { NodeVerdict } from "./finding";
import { GOOD_NODE, nodeWith } from "./fixtures/good-node";
import { findingOf, idsOf, judged } from "./fixtures/judged";
import { judgeNode } from "./judge-node";
import type { NodeProfile } from "./node-profile";

describe("a node with everything", () => {
  it.each(["1.19.6", "1.20.0-pre.0", "1.20.0-pre.3", "1.20.0-rc.0", "1.20.0"])("has no finding for %s", (release) => {
    expect(judged(GOOD_NODE, { release, features: FEATURES })).toEqual({ verdict: "compatible", findings: [] });
  });

  it("lists every requirement as met when all are asked for", () => {
    const { findings } = judgeNode(GOOD_NODE, { release: "1.20.0", features: FEATURES }, { all: true });
    expect(findings.length).toBeGreaterThan(50);
    expect(findings.filter(({ outcome }) => outcome === "unmet")).toEqual([]);
    expect(findings.find(({ requirement }) => requirement === "btf")).toMatchObject({
      title: "Kernel BTF",
      outcome: "met",
      severity: "info",
      observed: "present",
    });
  });
});

describe("BTF", () => {
  // Needed since 1.20.0-pre.1 (cilium/cilium issue 45224), so not in 1.19 and pre.0.
  it.each<[string, NodeVerdict]>([
    ["1.19.6", "compatible"],
    ["1.20.0-pre.0", "compatible"],
    ["1.20.0-pre.1", "incompatible"],
    ["1.20.0-pre.3", "incompatible"],
    ["1.20.0-rc.0", "incompatible"],
    ["1.20.2", "incompatible"],
  ])("missing, for %s: %s", (release, verdict) => {
    expect(judged(nodeWith({ btf: false }), { release }).verdict).toBe(verdict);
  });

  it("says what is needed, why and where it is written", () => {
    expect(findingOf(nodeWith({ btf: false }), "btf")).toMatchObject({
      title: "No kernel BTF",
      severity: "blocks",
      outcome: "unmet",
      observed: "not present",
      needed: "/sys/kernel/btf/vmlinux (CONFIG_DEBUG_INFO_BTF=y)",
      source: expect.stringContaining("https://github.com/cilium/cilium/commit/5e1880a5b1"),
    });
  });

  it("leaves the verdict unknown when nobody looked", () => {
    expect(judged(nodeWith({ btf: null })).verdict).toBe("unknown");
    expect(findingOf(nodeWith({ btf: null }), "btf")).toMatchObject({
      title: "Kernel BTF not known",
      severity: "missing",
      outcome: "unknown",
    });
  });

  it("adds what the features in use make of it", () => {
    const detail = (release: string, feature: Feature) =>
      findingOf(nodeWith({ btf: false }), "btf", { release, features: [feature] })?.detail;
    expect(detail("1.20.0-pre.1", "ipv6")).toContain("tail_handle_snat_fwd_ipv6");
    expect(detail("1.20.0-pre.3", "bpf-masquerade")).not.toContain("IPv4 SNAT");
    expect(detail("1.20.0-pre.4", "bpf-masquerade")).toContain("IPv4 SNAT");
    expect(detail("1.20.1", "kube-proxy-replacement")).not.toContain("CO-RE");
    expect(detail("1.20.2", "kube-proxy-replacement")).toContain("CO-RE");
  });
});

describe("the kernel minimum", () => {
  it.each<[string, NodeVerdict]>([
    ["5.10.0", "compatible"],
    ["5.9.16", "incompatible"],
    ["4.19.0-26-amd64", "incompatible"],
    ["4.14.355-276.639.amzn2.x86_64", "incompatible"],
    ["4.18.0-553.el8_10.x86_64", "compatible"],
    ["4.18.0-553.40.1.el8_10.x86_64", "compatible"],
    ["4.18.0-372.9.1.el8.x86_64", "incompatible"],
    ["4.18.20-mainline", "incompatible"],
    ["3.10.0-1160.el7.x86_64", "incompatible"],
    ["unreadable", "unknown"],
  ])("%s: %s", (kernelRelease, verdict) => {
    expect(judged(nodeWith({ kernelRelease })).verdict).toBe(verdict);
  });

  it("is told apart from what Cilium's CI runs on", () => {
    expect(idsOf(nodeWith({ kernelRelease: "5.10.234" }))).toEqual(["kernel-tested-floor", "tcx-kernel"]);
    expect(idsOf(nodeWith({ kernelRelease: "6.8.0-1015-azure" }))).toEqual(["kernel-tested-series"]);
    expect(idsOf(nodeWith({ kernelRelease: "5.14.0-427.el9_4.x86_64" }))).toContain("kernel-tested-floor");
    for (const kernelRelease of ["5.15.0", "6.1.0", "6.6.0", "6.12.0", "6.18.0", "4.18.0-553.el8_10.x86_64"]) {
      expect(idsOf(nodeWith({ kernelRelease })).filter((id) => id.startsWith("kernel-tested"))).toEqual([]);
    }
  });
});

describe("IPv6 below 5.12", () => {
  const ipv6 = [...CHART_DEFAULT_FEATURES, "ipv6"] as const;
  const on = (kernelRelease: string, release: string) =>
    judged(nodeWith({ kernelRelease }), { release, features: ipv6 });

  // cilium/cilium issue 47672: came with 1.20.0-pre.4, reported for 1.20.0; the fix is younger than 1.21.0-pre.0.
  it.each<[string, NodeVerdict, string | null]>([
    ["1.19.6", "compatible", null],
    ["1.20.0-pre.3", "compatible", "ipv6-kernel-5-12-ahead"],
    ["1.20.0-pre.4", "incompatible", "ipv6-kernel-5-12"],
    ["1.20.0-rc.1", "incompatible", "ipv6-kernel-5-12"],
    ["1.20.0", "incompatible", "ipv6-kernel-5-12"],
    ["1.20.0-dev", "incompatible", "ipv6-kernel-5-12"],
    ["1.20.1", "compatible", "ipv6-kernel-5-12-after"],
    ["1.21.0-pre.0", "incompatible", "ipv6-kernel-5-12"],
    ["1.21.0-pre.2", "compatible", "ipv6-kernel-5-12-after"],
  ])("for %s: %s", (release, verdict, requirement) => {
    const { verdict: found, findings } = on("5.10.234", release);
    expect(found).toBe(verdict);
    const ids = findings.map((finding) => finding.requirement).filter((id) => id.startsWith("ipv6-kernel"));
    expect(ids).toEqual(requirement === null ? [] : [requirement]);
  });

  it("does not concern newer kernels or clusters without IPv6", () => {
    expect(on("5.12.0", "1.20.0").verdict).toBe("compatible");
    expect(judged(nodeWith({ kernelRelease: "5.10.234" }), { release: "1.20.0" }).verdict).toBe("compatible");
  });

  it("is not read off the version number of a kernel of Red Hat", () => {
    const { verdict, findings } = on("4.18.0-553.el8_10.x86_64", "1.20.0");
    expect(verdict).toBe("compatible");
    expect(findings.find(({ requirement }) => requirement === "ipv6-kernel-5-12")).toMatchObject({
      severity: "risk",
      outcome: "unknown",
    });
  });

  it("needs IPv6 in the kernel", () => {
    const without = nodeWith({ ipv6: false });
    expect(judged(without, { features: ipv6 }).verdict).toBe("incompatible");
    expect(judged(nodeWith({ ipv6: null }), { features: ipv6 }).verdict).toBe("unknown");
    expect(judged(without).verdict).toBe("compatible");
  });
});

describe("feature kernels", () => {
  it.each<[string, Feature, string, string, Partial<NodeProfile>]>([
    ["big-tcp-ipv6-kernel", "big-tcp-ipv6", "5.18.9", "5.19.0", {}],
    ["big-tcp-ipv4-kernel", "big-tcp-ipv4", "6.2.9", "6.3.0", {}],
    ["multicast-kernel-arm64", "multicast", "5.19.0", "6.0.0", { machine: "arm64" }],
    ["netkit-kernel", "netkit", "6.6.9", "6.7.0", {}],
    ["bbr-kernel", "bbr", "5.17.9", "5.18.0", {}],
  ])("%s", (requirement, feature, tooOld, newEnough, facts) => {
    const features = [feature];
    expect(findingOf(nodeWith({ ...facts, kernelRelease: tooOld }), requirement, { features })).toMatchObject({
      severity: "blocks",
      outcome: "unmet",
      observed: tooOld,
    });
    expect(judged(nodeWith({ ...facts, kernelRelease: tooOld }), { features }).verdict).toBe("incompatible");
    expect(findingOf(nodeWith({ ...facts, kernelRelease: newEnough }), requirement, { features })).toBeUndefined();
    expect(findingOf(nodeWith({ ...facts, kernelRelease: tooOld }), requirement)).toBeUndefined();
  });

  it("asks for 6.0 only of arm64 for multicast", () => {
    const features = ["multicast"] as const;
    expect(judged(nodeWith({ kernelRelease: "5.15.0" }), { features }).verdict).toBe("compatible");
    expect(judged(nodeWith({ kernelRelease: "5.15.0", machine: "arm64" }), { features }).verdict).toBe("incompatible");
  });

  it("says that netkit is documented for 6.8 though the code takes 6.7", () => {
    expect(
      findingOf(nodeWith({ kernelRelease: "6.7.0" }), "netkit-kernel-documented", { features: ["netkit"] }),
    ).toMatchObject({
      severity: "risk",
    });
  });

  it("does not call a kernel of Red Hat too old for what may be backported", () => {
    const rhel = nodeWith({ kernelRelease: "5.14.0-570.el9_6.x86_64" });
    expect(judged(rhel, { features: ["big-tcp-ipv4"] }).verdict).toBe("compatible");
    expect(findingOf(rhel, "big-tcp-ipv4-kernel", { features: ["big-tcp-ipv4"] })).toMatchObject({
      severity: "risk",
      outcome: "unknown",
    });
  });
});

describe("architecture, JIT, bpf() and mounts", () => {
  it.each<[string, Partial<NodeProfile>, NodeVerdict]>([
    ["architecture", { machine: "riscv64" }, "incompatible"],
    ["architecture", { machine: "armv7l" }, "incompatible"],
    ["bpf-jit", { jitEnabled: false }, "incompatible"],
    ["bpf-jit", { jitEnabled: null }, "unknown"],
    ["bpf-syscall", { bpfSyscall: false }, "incompatible"],
    ["cgroup-v2", { cgroup2: false }, "compatible"],
    ["cgroup-v2", { cgroup2: null }, "compatible"],
    ["bpffs", { bpffs: false }, "compatible"],
    ["bpftool-helper-lists", { helpersTrusted: false }, "compatible"],
  ])("%s of %j: %s", (requirement, facts, verdict) => {
    expect(judged(nodeWith(facts)).verdict).toBe(verdict);
    expect(idsOf(nodeWith(facts))).toContain(requirement);
  });

  it("does not hold the version of bpftool against a node", () => {
    expect(judged(nodeWith({ bpftool: { version: "4.19.0", libbpf: "0.1" } }))).toEqual(judged(GOOD_NODE));
  });
});

describe("helpers the agent asks for", () => {
  const lists = {
    sched_cls: [
      "bpf_skb_change_tail",
      "bpf_jiffies64",
      "bpf_csum_level",
      "bpf_skb_change_head",
      "bpf_redirect_neigh",
      "bpf_redirect_peer",
    ],
    cgroup_sock: ["bpf_jiffies64", "bpf_get_netns_cookie"],
    cgroup_sock_addr: ["bpf_get_socket_cookie", "bpf_get_current_cgroup_id", "bpf_jiffies64", "bpf_get_netns_cookie"],
    xdp: ["bpf_jiffies64"],
  };
  const rhel = { kernelRelease: "4.18.0-553.el8_10.x86_64", helpersTrusted: true };
  const metOn = (facts: Partial<NodeProfile>) =>
    judgeNode(nodeWith(facts), { release: "1.20.0", features: [] }, { all: true }).findings.find(
      ({ requirement }) => requirement === "agent-helpers",
    )?.outcome;

  it("are judged from lists that can be trusted", () => {
    expect(metOn({ ...rhel, helpers: lists })).toBe("met");
    const helpers = { ...lists, sched_cls: lists.sched_cls.filter((name) => name !== "bpf_redirect_peer") };
    expect(findingOf(nodeWith({ ...rhel, helpers }), "agent-helpers")).toMatchObject({
      severity: "blocks",
      observed: "without bpf_redirect_peer",
    });
  });

  it("are taken for granted on a mainline kernel that has them, and left open elsewhere", () => {
    expect(metOn({ helpers: null })).toBe("met");
    expect(metOn({ ...rhel, helpers: null })).toBe("unknown");
    expect(judged(nodeWith({ ...rhel, helpers: null })).verdict).toBe("compatible");
  });
});

describe("releases the catalogue was not written for", () => {
  it("says nothing of a node for an older one", () => {
    expect(judged(GOOD_NODE, { release: "1.18.12" })).toMatchObject({
      verdict: "unknown",
      findings: [{ requirement: "release-not-covered", severity: "missing" }],
    });
  });

  it("judges by the last known requirements for a newer one, and says so", () => {
    expect(judged(GOOD_NODE, { release: "1.21.0-pre.2" })).toMatchObject({
      verdict: "compatible",
      findings: [{ requirement: "release-ahead-of-catalogue", severity: "risk" }],
    });
    expect(judged(nodeWith({ btf: false }), { release: "1.22.0" }).verdict).toBe("incompatible");
  });

  it("says nothing for what is no version", () => {
    expect(judged(GOOD_NODE, { release: "latest" }).verdict).toBe("unknown");
  });
});

it("lists what blocks first and what informs last", () => {
  const { findings } = judged(
    nodeWith({ kernelRelease: "5.10.0", btf: null, machine: "riscv64", bpffs: false }, { CONFIG_SCHEDSTATS: null }),
  );
  const order = ["blocks", "missing", "risk", "info"];
  const weights = findings.map(({ severity }) => order.indexOf(severity));
  expect(weights).toEqual([...weights].sort((a, b) => a - b));
  expect(new Set(weights).size).toBe(4);
});
