import { describe, expect, it } from "vitest";
import type { Feature } from "../clusters/feature";
import type { NodeVerdict } from "./finding";
import { GOOD_NODE, nodeWith } from "./fixtures/good-node";
import { findingOf, idsOf, judged } from "./fixtures/judged";
import type { NodeProfile } from "./node-profile";

describe("the kernel configuration", () => {
  it.each<[string, string, readonly Feature[], NodeVerdict]>([
    ["CONFIG_NET_CLS_BPF", "config-net-cls-bpf", [], "incompatible"],
    ["CONFIG_CGROUP_BPF", "config-cgroup-bpf", [], "incompatible"],
    ["CONFIG_FIB_RULES", "config-fib-rules", [], "incompatible"],
    ["CONFIG_SCHEDSTATS", "config-schedstats", [], "compatible"],
    ["CONFIG_BPF_EVENTS", "config-bpf-events", [], "compatible"],
    ["CONFIG_IP_SET", "config-ip-set", ["iptables-masquerade"], "incompatible"],
    ["CONFIG_VXLAN", "config-vxlan", ["tunnel-vxlan"], "incompatible"],
    ["CONFIG_GENEVE", "config-geneve", ["tunnel-geneve"], "incompatible"],
    ["CONFIG_NETFILTER_XT_TARGET_TPROXY", "config-netfilter-xt-target-tproxy", ["l7-proxy"], "incompatible"],
    ["CONFIG_NETFILTER_XT_MATCH_SOCKET", "config-netfilter-xt-match-socket", ["l7-proxy"], "compatible"],
    ["CONFIG_INET_ESP", "config-inet-esp", ["ipsec"], "incompatible"],
    ["CONFIG_INET6_ESP", "config-inet6-esp", ["ipsec", "ipv6"], "incompatible"],
    ["CONFIG_CRYPTO_GCM", "config-crypto-gcm", ["ipsec"], "compatible"],
    ["CONFIG_NET_SCH_FQ", "config-net-sch-fq", ["bandwidth-manager"], "incompatible"],
    ["CONFIG_NET_SCH_FQ", "config-net-sch-fq", ["bbr"], "incompatible"],
    ["CONFIG_NETKIT", "config-netkit", ["netkit"], "incompatible"],
    ["CONFIG_WIREGUARD", "config-wireguard", ["wireguard"], "incompatible"],
  ])("without %s: %s with %j is %s", (option, requirement, features, verdict) => {
    const node = nodeWith({}, { [option]: "n" });
    expect(judged(node, { features }).verdict).toBe(verdict);
    expect(findingOf(node, requirement, { features })).toMatchObject({ outcome: "unmet", observed: "not set" });
    if (features.length > 0) expect(findingOf(node, requirement, { features: [] })).toBeUndefined();
  });

  it("takes a module for as good as built in", () => {
    expect(judged(nodeWith({}, { CONFIG_VXLAN: "m", CONFIG_NET_CLS_BPF: "m" })).findings).toEqual([]);
  });

  it("does not ask for the xfrm modes that Linux 5.2 removed as an option", () => {
    const config = { CONFIG_INET_XFRM_MODE_TUNNEL: "n" };
    expect(judged(nodeWith({}, config), { features: ["ipsec"] }).findings).toEqual([]);
    const rhel = nodeWith({ kernelRelease: "4.18.0-553.el8_10.x86_64" }, config);
    expect(idsOf(rhel, { features: ["ipsec"] })).toContain("config-inet-xfrm-mode-tunnel");
  });

  it("does not look for an out-of-tree WireGuard in the configuration", () => {
    const old = nodeWith({ kernelRelease: "4.18.0-553.el8_10.x86_64" }, { CONFIG_WIREGUARD: "n" });
    expect(judged(old, { features: ["wireguard"] }).verdict).toBe("compatible");
    expect(findingOf(old, "wireguard-kernel", { features: ["wireguard"] })?.severity).toBe("risk");
  });
});

describe("a kernel configuration that could not be read", () => {
  const unread = Object.fromEntries(Object.keys(GOOD_NODE.kernelConfig).map((option) => [option, null]));

  it("leaves the node unknown, in one finding, when something is needed that nothing shows", () => {
    const { verdict, findings } = judged(nodeWith({}, unread));
    expect(verdict).toBe("unknown");
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({
      requirement: "kernel-config-unread",
      severity: "missing",
      // Of the datapath's 8 the running kernel proves 4; then 3 that are only documented, PERF_EVENTS, BPF_EVENTS,
      // FIB_RULES, 4 for masquerading, VXLAN and 5 for L7.
      observed: "20 options could not be read",
      detail: expect.stringContaining("CONFIG_NET_CLS_BPF"),
    });
  });

  it.each([
    ["CONFIG_VXLAN", "unknown", "missing"],
    ["CONFIG_SCHEDSTATS", "compatible", "risk"],
    ["CONFIG_GENEVE", "compatible", undefined],
  ])("of %s alone makes the node %s", (option, verdict, severity) => {
    const node = nodeWith({}, { [option]: null });
    expect(judged(node).verdict).toBe(verdict);
    expect(findingOf(node, "kernel-config-unread")?.severity).toBe(severity);
  });

  it.each<[string, Partial<NodeProfile>]>([
    ["CONFIG_BPF_SYSCALL", { bpfSyscall: true }],
    ["CONFIG_BPF_JIT", { jitEnabled: true }],
    ["CONFIG_CGROUPS", { cgroup2: true }],
    ["CONFIG_CGROUPS", { mapTypes: { cgroup_array: true } }],
    ["CONFIG_CGROUP_BPF", { programTypes: { cgroup_device: true } }],
    ["CONFIG_BPF_EVENTS", { programTypes: { kprobe: true } }],
    ["CONFIG_PERF_EVENTS", { mapTypes: { stack_trace: true } }],
  ])("is not needed for %s, which %j proves, whatever a file says", (option, facts) => {
    const others = { bpfSyscall: null, jitEnabled: null, cgroup2: null };
    expect(idsOf(nodeWith({ ...others, ...facts }, { [option]: null }))).not.toContain("kernel-config-unread");
    expect(idsOf(nodeWith({ ...others, ...facts }, { [option]: "n" }))).not.toContain(
      `config-${option.slice("CONFIG_".length).toLowerCase().replaceAll("_", "-")}`,
    );
  });
});
