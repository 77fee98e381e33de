import type { Requirement } from "../requirement";
import { SOURCES } from "./sources";

const BEFORE_5_12 = {
  title: "Kernel version for IPv6",
  features: ["ipv6"],
  check: { kind: "kernel-at-least", version: "5.12" },
  // A kernel of Red Hat below 5.12 may or may not have the verifier change; its number does not say.
  whenUnknown: "risk",
  needed: "5.12 or newer",
  problem: "IPv6 with a kernel below 5.12",
} as const;

/**
 * Kernels below 5.12 refuse a pointer argument of a global function. Commit e9cd917197 made
 * ipv6_hdrlen_with_fraginfo() such a function in 1.20.0-pre.4. The fix, pull request 47765, was opened on
 * 2026-08-05: after 1.20.0 (2026-07-29) and after 1.21.0-pre.0 (2026-08-03), so both still have the fault. In
 * which later release it is was not verified, therefore those are a risk and not declared mended.
 */
export const IPV6_REQUIREMENTS: readonly Requirement[] = [
  {
    id: "ipv6-module",
    title: "IPv6 in the kernel",
    versions: ">=1.19.0-0",
    features: ["ipv6"],
    check: { kind: "fact", fact: "ipv6" },
    severity: "blocks",
    needed: "/proc/net/if_inet6",
    why: "The agent refuses to start with IPv6 on when the kernel has no IPv6.",
    source: SOURCES.agentStart,
    problem: "No IPv6 in the kernel",
  },
  {
    ...BEFORE_5_12,
    id: "ipv6-kernel-5-12",
    versions: ">=1.20.0-pre.4 <=1.20.0 || =1.21.0-pre.0",
    severity: "blocks",
    why: "The verifier of older kernels refuses ipv6_hdrlen_with_fraginfo(); the datapath never initialises and no pod gets a network.",
    source: SOURCES.ipv6Issue,
  },
  {
    ...BEFORE_5_12,
    id: "ipv6-kernel-5-12-ahead",
    versions: ">=1.20.0-pre.0 <1.20.0-pre.4",
    severity: "risk",
    why: "This release still loads, but 1.20.0-pre.4 to 1.20.0 do not load with IPv6 on kernels older than 5.12, and CI stopped testing 5.10 with 1.20.0-pre.0.",
    source: SOURCES.ipv6Issue,
  },
  {
    ...BEFORE_5_12,
    id: "ipv6-kernel-5-12-after",
    versions: ">1.20.0 <1.21.0-0 || >1.21.0-pre.0",
    severity: "risk",
    why: "1.20.0 did not load with IPv6 on kernels older than 5.12. A fix was merged afterwards; no CI of Cilium runs such a kernel, so prove it on one node first.",
    source: SOURCES.ipv6Fix,
  },
];
