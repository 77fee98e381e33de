import type { NodeImage } from "@/sandbox/fleet/images";
import { helpersOf, isSince, type KernelFeature, MAP_TYPES, PROGRAM_TYPES } from "@/sandbox/fleet/kernel-features";

/** The options that `bpftool feature probe` reports on, as bpftool 7.1 lists them, beside those of `kernelConfigOf`. */
const PROBED_OPTIONS: Readonly<Record<string, "y" | null>> = {
  CONFIG_HAVE_EBPF_JIT: "y",
  CONFIG_DEBUG_INFO_BTF_MODULES: "y",
  CONFIG_CGROUP_NET_CLASSID: "y",
  CONFIG_SOCK_CGROUP_DATA: "y",
  CONFIG_KPROBE_EVENTS: "y",
  CONFIG_UPROBE_EVENTS: "y",
  CONFIG_TRACING: "y",
  CONFIG_FTRACE_SYSCALLS: "y",
  CONFIG_FUNCTION_ERROR_INJECTION: "y",
  CONFIG_BPF_KPROBE_OVERRIDE: null,
  CONFIG_NET: "y",
  CONFIG_XDP_SOCKETS: "y",
  CONFIG_LWTUNNEL_BPF: "y",
  CONFIG_IP_ROUTE_CLASSID: "y",
  CONFIG_BPF_STREAM_PARSER: "y",
  CONFIG_BPFILTER: null,
  CONFIG_TEST_BPF: null,
};

/** Those of the documented options that bpftool reports too. */
const SHARED_OPTIONS = [
  "CONFIG_BPF",
  "CONFIG_BPF_SYSCALL",
  "CONFIG_BPF_JIT",
  "CONFIG_BPF_JIT_ALWAYS_ON",
  "CONFIG_DEBUG_INFO_BTF",
  "CONFIG_CGROUPS",
  "CONFIG_CGROUP_BPF",
  "CONFIG_BPF_EVENTS",
  "CONFIG_NET_CLS_BPF",
  "CONFIG_NET_CLS_ACT",
  "CONFIG_NET_SCH_INGRESS",
  "CONFIG_XFRM",
];

/** bpftool prints null for an option that is not set. */
const printed = (value: string | undefined) => (value === undefined || value === "n" ? null : value);

/**
 * The object of `bpftool -j feature probe`, run as root with a bpftool of the kernel's own age, so that its helper
 * lists differ between program types. Shape: src/feature.c @ libbpf/bpftool; keys as bpftool 7.1.0 prints them.
 */
export function bpftoolProbe(image: NodeImage, config: Readonly<Record<string, string>>): Record<string, unknown> {
  const has = ({ since }: KernelFeature) => isSince(image.bpfAs, since);
  const flags = (features: readonly KernelFeature[], suffix: string) =>
    Object.fromEntries(features.map((feature) => [`have_${feature.name}_${suffix}`, has(feature)]));
  const helpers = PROGRAM_TYPES.filter(has).map(({ name }) => [
    `${name}_available_helpers`,
    helpersOf(name)
      .filter(has)
      .map((helper) => helper.name),
  ]);
  return {
    system_config: {
      unprivileged_bpf_disabled: 2,
      bpf_jit_enable: 1,
      bpf_jit_harden: 0,
      bpf_jit_kallsyms: 1,
      bpf_jit_limit: 528_482_304,
      ...Object.fromEntries(SHARED_OPTIONS.map((option) => [option, printed(config[option])])),
      ...PROBED_OPTIONS,
      CONFIG_HZ: "250",
    },
    syscall_config: { have_bpf_syscall: true },
    program_types: flags(PROGRAM_TYPES, "prog_type"),
    map_types: flags(MAP_TYPES, "map_type"),
    helpers: Object.fromEntries(helpers),
    misc: {
      have_large_insn_limit: isSince(image.bpfAs, "5.2"),
      have_bounded_loops: isSince(image.bpfAs, "5.3"),
      have_v2_isa_extension: true,
      have_v3_isa_extension: isSince(image.bpfAs, "5.1"),
    },
  };
}
