/** What the rules read from `bpftool -j feature probe`, of whatever version. `null` says that it was not proven either way. */
export type ProbeFacts = {
  config: Readonly<Record<string, string | null>>;
  bpfSyscall: boolean | null;
  jitEnabled: boolean | null;
  programTypes: Readonly<Record<string, boolean>> | null;
  mapTypes: Readonly<Record<string, boolean>> | null;
  /** Helpers by program type. */
  helpers: Readonly<Record<string, readonly string[]>> | null;
  /** `false` when the lists cannot be true, `null` when there were none. */
  helpersTrusted: boolean | null;
};

type Probe = Readonly<Record<string, unknown>>;

function section(probe: Probe, name: string): Probe {
  const value = probe[name];
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
}

function flag(value: unknown): boolean | null {
  return typeof value === "boolean" ? value : null;
}

/** `have_sched_cls_prog_type: true` → `sched_cls: true`. */
function flagsBy(pattern: RegExp, values: Probe): Record<string, boolean> {
  const flags: Record<string, boolean> = {};
  for (const [key, value] of Object.entries(values)) {
    const name = pattern.exec(key)?.[1];
    if (name !== undefined && typeof value === "boolean") flags[name] = value;
  }
  return flags;
}

/**
 * An unprivileged probe prints every program and map type as `false` because each attempt is refused, so a section
 * counts only when at least one of its attempts succeeded.
 */
function provenFlags(pattern: RegExp, values: Probe): Record<string, boolean> | null {
  const flags = flagsBy(pattern, values);
  return Object.values(flags).includes(true) ? flags : null;
}

function helperLists(values: Probe): Record<string, readonly string[]> {
  const lists: Record<string, readonly string[]> = {};
  for (const [key, value] of Object.entries(values)) {
    const name = /^(\w+)_available_helpers$/.exec(key)?.[1];
    if (name === undefined || !Array.isArray(value)) continue;
    lists[name] = value.filter((helper) => typeof helper === "string");
  }
  return lists;
}

/**
 * A bpftool whose libbpf is older than the kernel takes every verifier refusal for a success and then prints the
 * same helpers for all program types (bpftool 7.1.0 with libbpf 1.1 on Linux 6.18; cilium/ebpf issue 2107). Such
 * lists are worth nothing. One packet helper in a tracing program is as impossible as all lists being equal.
 */
function areTrusted(lists: Readonly<Record<string, readonly string[]>>): boolean | null {
  const filled = Object.values(lists).filter((list) => list.length > 0);
  if (filled.length === 0) return null;
  if (lists.kprobe?.includes("bpf_skb_store_bytes")) return false;
  return new Set(filled.map((list) => list.join())).size > 1;
}

function configOf(system: Probe): Record<string, string | null> {
  const config: Record<string, string | null> = {};
  for (const [key, value] of Object.entries(system)) {
    if (!key.startsWith("CONFIG_")) continue;
    config[key] = typeof value === "string" || typeof value === "number" ? String(value) : null;
  }
  return config;
}

/** bpftool prints -1 for a sysctl that it could not read. */
function enabledOf(value: unknown): boolean | null {
  return typeof value === "number" && value >= 0 ? value > 0 : null;
}

/** Reads a probe of old or new bpftool; sections that are absent (no bpf() at all, an error object) prove nothing. */
export function probeFactsOf(probe: Probe | null | undefined): ProbeFacts {
  const given = probe ?? {};
  const system = section(given, "system_config");
  const lists = helperLists(section(given, "helpers"));
  const helpersTrusted = areTrusted(lists);
  return {
    config: configOf(system),
    bpfSyscall: flag(section(given, "syscall_config").have_bpf_syscall),
    jitEnabled: enabledOf(system.bpf_jit_enable),
    programTypes: provenFlags(/^have_(\w+)_prog_type$/, section(given, "program_types")),
    mapTypes: provenFlags(/^have_(\w+)_map_type$/, section(given, "map_types")),
    helpers: helpersTrusted === true ? lists : null,
    helpersTrusted,
  };
}
