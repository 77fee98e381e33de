import { z } from "zod";
import { canonicalJson } from "../audit/canonical-json";
import { WATCHED_CONFIG_OPTIONS } from "./catalogue/config-options";
import { REQUIRED_HELPERS } from "./catalogue/required-helpers";
import type { NodeReportInput } from "./node-report";
import { type ProbeFacts, probeFactsOf } from "./probe-facts";

const FactSchema = z.boolean().nullable();
/** `null` is not known, never "no". */
export type Fact = z.infer<typeof FactSchema>;

/**
 * The facts of a node that rules judge, and nothing else: what differs between nodes of one image (names, times,
 * sizes, sysctl limits) is left out, so that they all share one profile.
 */
export const NodeProfileSchema = z.object({
  kernelRelease: z.string(),
  /** `amd64`, `arm64`, or what uname printed. */
  machine: z.string(),
  osImage: z.string().nullable(),
  /** Kernel BTF: /sys/kernel/btf/vmlinux, or a configuration that builds it. */
  btf: FactSchema,
  jitEnabled: FactSchema,
  cgroup2: FactSchema,
  bpffs: FactSchema,
  ipv6: FactSchema,
  bpfSyscall: FactSchema,
  /** Every watched option: its value, `n` when it is known not to be set, `null` when it is not known. */
  kernelConfig: z.record(z.string(), z.string().nullable()),
  bpftool: z.object({ version: z.string().nullable(), libbpf: z.string().nullable() }),
  /** Of the types that prove something, the ones the kernel was seen to offer or refuse. */
  programTypes: z.record(z.string(), z.boolean()),
  mapTypes: z.record(z.string(), z.boolean()),
  /** `null` without helper lists, `false` when they cannot be true. */
  helpersTrusted: FactSchema,
  /** The required helpers that each listed program type has; `null` when no list can be trusted. */
  helpers: z.record(z.string(), z.array(z.string())).nullable(),
});
export type NodeProfile = Readonly<z.infer<typeof NodeProfileSchema>>;

const MACHINES: Readonly<Record<string, string>> = {
  x86_64: "amd64",
  amd64: "amd64",
  aarch64: "arm64",
  arm64: "arm64",
};

/** Types whose presence proves a kernel option: config-evidence.ts. */
const WATCHED_PROGRAM_TYPES = ["cgroup_device", "kprobe", "tracepoint"];
const WATCHED_MAP_TYPES = ["cgroup_array", "stack_trace"];

/** The facts of a report. The report's own fields count before what bpftool's probe says of the same thing. */
export function profileOf(report: NodeReportInput): NodeProfile {
  const probe = probeFactsOf(report.probe);
  const kernelConfig = mergedConfig(report, probe);
  const bpffs = report.bpffs ?? null;
  return {
    kernelRelease: report.kernel.release,
    machine: MACHINES[report.kernel.machine.toLowerCase()] ?? report.kernel.machine,
    osImage: report.kernel.osImage?.trim() || null,
    btf: report.btf?.vmlinux ?? enabledIn(kernelConfig, "CONFIG_DEBUG_INFO_BTF"),
    jitEnabled: jitEnabledOf(report, probe, kernelConfig),
    cgroup2: report.cgroup2 ?? null,
    bpffs,
    ipv6: report.ipv6 ?? (kernelConfig.CONFIG_IPV6 === "n" ? false : null),
    bpfSyscall: bpfSyscallOf(probe, kernelConfig, bpffs),
    kernelConfig,
    bpftool: { version: report.bpftool?.version ?? null, libbpf: report.bpftool?.libbpf ?? null },
    programTypes: picked(probe.programTypes, WATCHED_PROGRAM_TYPES),
    mapTypes: picked(probe.mapTypes, WATCHED_MAP_TYPES),
    helpersTrusted: probe.helpersTrusted,
    helpers: requiredHelpersIn(probe),
  };
}

/** The profile as text that is equal exactly when the profiles are, for hashing. */
export function canonicalProfile(profile: NodeProfile): string {
  return canonicalJson(profile);
}

function mergedConfig(report: NodeReportInput, probe: ProbeFacts): Record<string, string | null> {
  return Object.fromEntries(
    WATCHED_CONFIG_OPTIONS.map((option) => {
      const value = report.kernelConfig?.[option] ?? probe.config[option] ?? null;
      return [option, value === null ? null : String(value).slice(0, 40)];
    }),
  );
}

function enabledIn(config: Readonly<Record<string, string | null>>, option: string): Fact {
  const value = config[option] ?? null;
  return value === null ? null : value === "y" || value === "m";
}

function jitEnabledOf(report: NodeReportInput, probe: ProbeFacts, config: Record<string, string | null>): Fact {
  const jit = report.jit ?? null;
  const given = typeof jit === "object" && jit !== null ? (jit.enable ?? jit.enabled ?? null) : jit;
  if (typeof given === "boolean") return given;
  if (typeof given === "number" && given >= 0) return given > 0;
  if (probe.jitEnabled !== null) return probe.jitEnabled;
  // With BPF_JIT_ALWAYS_ON the interpreter is not built and bpf_jit_enable cannot be 0 (kernel/bpf/Kconfig).
  return config.CONFIG_BPF_JIT_ALWAYS_ON === "y" ? true : null;
}

function bpfSyscallOf(probe: ProbeFacts, config: Record<string, string | null>, bpffs: Fact): Fact {
  if (probe.bpfSyscall !== null) return probe.bpfSyscall;
  // The bpf file system is built only with BPF_SYSCALL (kernel/bpf/Makefile: inode.o).
  return bpffs === true ? true : enabledIn(config, "CONFIG_BPF_SYSCALL");
}

function picked(flags: Readonly<Record<string, boolean>> | null, names: readonly string[]): Record<string, boolean> {
  const found: Record<string, boolean> = {};
  for (const name of names) {
    const flag = flags?.[name];
    if (flag !== undefined) found[name] = flag;
  }
  return found;
}

/** A program type without a list has no key here, so that an absent list is not read as "has none". */
function requiredHelpersIn(probe: ProbeFacts): Record<string, string[]> | null {
  if (probe.helpers === null) return null;
  const wanted: Record<string, string[]> = {};
  for (const { helper, programTypes } of REQUIRED_HELPERS) {
    for (const type of programTypes) {
      const list = probe.helpers[type];
      if (list === undefined) continue;
      wanted[type] ??= [];
      if (list.includes(helper)) wanted[type].push(helper);
    }
  }
  return wanted;
}
