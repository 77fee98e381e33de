import type { Requirement } from "../requirement";
import { SOURCES } from "./sources";

/**
 * Nothing in the agent or in its pre-flight looks for BTF, so a node without it is found out only when programs
 * are loaded: pods that already run keep working, new pods get no network.
 */
export const BTF_REQUIREMENTS: readonly Requirement[] = [
  {
    id: "btf",
    title: "Kernel BTF",
    versions: ">=1.20.0-pre.1",
    check: { kind: "fact", fact: "btf" },
    severity: "blocks",
    needed: "/sys/kernel/btf/vmlinux (CONFIG_DEBUG_INFO_BTF=y)",
    why: "Cilium needs the kernel's type information since 1.20.0-pre.1; it is documented as required from 1.20.0-pre.3. The agent does not check for it: the verifier refuses programs instead, running pods keep working and new pods get no network.",
    notes: [
      {
        versions: ">=1.20.0-pre.1",
        features: ["ipv6"],
        text: "IPv6 is on: without BTF the verifier refuses tail_handle_snat_fwd_ipv6 (btf_vmlinux is malformed).",
        source: SOURCES.btfIpv6Issue,
      },
      {
        versions: ">=1.20.0-pre.4",
        features: ["bpf-masquerade"],
        text: "BPF masquerading is on: without BTF IPv4 SNAT is refused too, and cilium_host is not attached.",
        source: SOURCES.btfMasqueradeIssue,
      },
      {
        versions: ">=1.20.2",
        features: ["kube-proxy-replacement"],
        text: "Socket load balancing uses CO-RE relocations from 1.20.2 on and does not load without BTF.",
        source: SOURCES.btfSocketLbIssue,
      },
    ],
    source: SOURCES.btfDocumented,
    problem: "No kernel BTF",
  },
];
