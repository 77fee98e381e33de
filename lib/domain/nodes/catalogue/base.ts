import type { Requirement } from "../requirement";
import { SOURCES } from "./sources";

/** RHEL 8.10's kernel is 4.18.0-553 and its updates (RHSA-2024:3138: kernel-0:4.18.0-553.el8_10). */
export const RHEL_8_10_BUILD = 553;

const ALL = ">=1.19.0-0";

/** What every node needs whatever the cluster uses. */
export const BASE_REQUIREMENTS: readonly Requirement[] = [
  {
    id: "kernel-minimum",
    title: "Kernel version",
    versions: ALL,
    // The same page lists RHEL 8.6 among the distributions that work. Its kernel row says 8.10, CI runs 8.10 only,
    // so the kernel counts and not the distribution.
    check: { kind: "kernel-at-least", version: "5.10", rhel8Build: RHEL_8_10_BUILD },
    severity: "blocks",
    needed: "5.10 or newer, or 4.18.0-553 of RHEL 8.10",
    why: "Cilium supports Linux 5.10 and newer, and the kernel of RHEL 8.10 with what Red Hat backported into it.",
    source: SOURCES.systemRequirements,
    problem: "Kernel below 5.10",
  },
  {
    id: "architecture",
    title: "Architecture",
    versions: ALL,
    check: { kind: "architecture", anyOf: ["amd64", "arm64"] },
    severity: "blocks",
    needed: "amd64 or arm64",
    why: "Cilium's images are built for AMD64 and AArch64 only.",
    source: SOURCES.systemRequirements,
    problem: "Neither amd64 nor arm64",
  },
  {
    id: "bpf-jit",
    title: "BPF JIT",
    versions: ALL,
    check: { kind: "fact", fact: "jitEnabled", absent: "off" },
    severity: "blocks",
    needed: "net.core.bpf_jit_enable of 1 or more",
    why: "The agent refuses to start without the eBPF JIT.",
    source: SOURCES.agentStart,
    problem: "BPF JIT off",
  },
  {
    id: "bpf-syscall",
    title: "bpf() system call",
    versions: ALL,
    check: { kind: "fact", fact: "bpfSyscall" },
    severity: "blocks",
    needed: "bpf() available",
    why: "The agent refuses to start when it cannot load a BPF program.",
    source: SOURCES.agentStart,
    problem: "No bpf() system call",
  },
  {
    id: "cgroup-v2",
    title: "cgroup v2",
    versions: ALL,
    check: { kind: "fact", fact: "cgroup2", absent: "not mounted" },
    severity: "risk",
    needed: "a cgroup2 mount",
    why: "Socket load balancing attaches to the cgroup v2 hierarchy. The chart mounts one at /run/cilium/cgroupv2 unless cgroup.autoMount.enabled is false.",
    source: SOURCES.chartValues,
    problem: "No cgroup v2 mount",
  },
  {
    id: "bpffs",
    title: "BPF file system",
    versions: ALL,
    check: { kind: "fact", fact: "bpffs", absent: "not mounted" },
    severity: "risk",
    needed: "a bpf mount at /sys/fs/bpf",
    why: "Maps and programs are pinned there to outlive the agent. The chart mounts it unless bpf.autoMount.enabled is false.",
    source: SOURCES.chartValues,
    problem: "No BPF file system mount",
  },
];
