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
    // Only kernels below the minimum, or Red Hat's, are left unknown by the version; those have a row of their own.
    whenUnknown: "info",
    needed: "bpf_redirect_peer, bpf_redirect_neigh and the older helpers the agent probes for",
    why: "The agent refuses to start when one of these helpers is missing.",
    source: SOURCES.agentStart,
    problem: "BPF helpers missing",
  },
  {
    id: "program-type-sched-cls",
    title: "tc BPF programs",
    versions: ALL,
    check: { kind: "program-type", type: "sched_cls" },
    severity: "blocks",
    whenUnknown: "info",
    needed: "program type sched_cls",
    why: "The agent refuses to start when it can attach neither tc nor tcx programs.",
    source: SOURCES.agentStart,
    problem: "No tc BPF programs",
  },
  {
    id: "large-programs",
    title: "Large BPF programs",
    versions: ALL,
    check: { kind: "fact", fact: "largeInsnLimit", provenFrom: "5.2" },
    severity: "blocks",
    whenUnknown: "info",
    needed: "programs of up to 1 million instructions (Linux 5.2)",
    why: "The agent refuses to start when the verifier does not take large programs.",
    source: SOURCES.agentStart,
    problem: "No large BPF programs",
  },
  {
    id: "bpftool-helper-lists",
    title: "bpftool's helper lists",
    versions: ALL,
    check: { kind: "fact", fact: "helpersTrusted", absent: "the same for every program type" },
    severity: "info",
    whenUnknown: "info",
    needed: "helper lists that differ between program types",
    why: "This bpftool lists the same helpers for every program type, as one older than the kernel does, so the lists were not used. Cilium runs no bpftool of the host: its version never decides about a node.",
    source: SOURCES.bpftoolSkew,
    problem: "Helper lists not usable",
  },
];
