import type { Requirement } from "../requirement";
import { REQUIRED_HELPERS } from "./required-helpers";
import { SOURCES } from "./sources";

const ALL = ">=1.19.0-0";

/** What the agent probes for at start beyond the kernel version; each stops it. */
export const AGENT_START_REQUIREMENTS: readonly Requirement[] = [
  {
    id: "agent-helpers",
    title: "BPF helpers probed at start",
    versions: ALL,
    check: { kind: "helpers", helpers: REQUIRED_HELPERS },
    severity: "blocks",
    // Without lists only kernels below the minimum and Red Hat's are left open; kernel-minimum judges both.
    whenUnknown: "info",
    needed: "bpf_redirect_peer, bpf_redirect_neigh and the older helpers the agent probes for",
    why: "The agent refuses to start when one of these helpers is missing.",
    source: SOURCES.agentStart,
    problem: "BPF helpers missing",
  },
  {
    id: "bpftool-helper-lists",
    title: "bpftool's helper lists",
    versions: ALL,
    check: { kind: "fact", fact: "helpersTrusted", absent: "the same for every program type" },
    severity: "info",
    needed: "helper lists that differ between program types",
    why: "This bpftool lists the same helpers for every program type, as one older than the kernel does, so the lists were not used. Cilium runs no bpftool of the host: its version never decides about a node.",
    source: SOURCES.bpftoolSkew,
    problem: "Helper lists not usable",
  },
];
