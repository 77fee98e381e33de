import type { NodeProfile } from "./node-profile";

type Evidence = { holds: (profile: NodeProfile) => boolean; because: string };

/**
 * What the running kernel proves of its configuration, whether or not a file says so: what is there was built.
 * It counts even against a file that says otherwise, which then belongs to another kernel. Program and map types:
 * include/linux/bpf_types.h of Linux says which option registers which; sched_cls is registered with NET alone,
 * so it proves nothing of NET_CLS_BPF.
 */
const EVIDENCE: Readonly<Record<string, readonly Evidence[]>> = {
  CONFIG_BPF: [{ holds: (node) => node.bpfSyscall === true, because: "bpf() works" }],
  CONFIG_BPF_SYSCALL: [{ holds: (node) => node.bpfSyscall === true, because: "bpf() works" }],
  // net.core.bpf_jit_enable exists only with BPF_JIT (net/core/sysctl_net_core.c); its value does not matter.
  CONFIG_BPF_JIT: [{ holds: (node) => node.jitEnabled !== null, because: "the JIT reports its state" }],
  CONFIG_CGROUPS: [
    { holds: (node) => node.cgroup2 === true, because: "cgroup v2 is mounted" },
    { holds: (node) => node.mapTypes.cgroup_array === true, because: "the kernel has cgroup_array maps" },
  ],
  CONFIG_CGROUP_BPF: [
    { holds: (node) => node.programTypes.cgroup_device === true, because: "the kernel takes cgroup_device programs" },
  ],
  CONFIG_BPF_EVENTS: [
    { holds: (node) => node.programTypes.kprobe === true, because: "the kernel takes kprobe programs" },
    { holds: (node) => node.programTypes.tracepoint === true, because: "the kernel takes tracepoint programs" },
  ],
  CONFIG_PERF_EVENTS: [
    { holds: (node) => node.mapTypes.stack_trace === true, because: "the kernel has stack_trace maps" },
  ],
};

/** Why the option must be set on this node, in words, or `null` when nothing proves it. */
export function evidenceFor(option: string, profile: NodeProfile): string | null {
  return EVIDENCE[option]?.find((evidence) => evidence.holds(profile))?.because ?? null;
}
