import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { probeFactsOf } from "./probe-facts";

/** Real output of `bpftool -j feature probe`: bpftool 7.1.0 with libbpf 1.1 on Linux 6.18. */
const real = z
  .record(z.string(), z.record(z.string(), z.unknown()))
  .parse(
    JSON.parse(
      gunzipSync(readFileSync(new URL("./fixtures/bpftool-7.1.0-linux-6.18.json.gz", import.meta.url))).toString(),
    ),
  );

describe("probeFactsOf", () => {
  it("reads a real probe", () => {
    const facts = probeFactsOf(real);
    expect(facts).toMatchObject({ bpfSyscall: true, jitEnabled: true });
    expect(facts.programTypes).toMatchObject({ sched_cls: true, cgroup_device: true, lirc_mode2: false });
    expect(facts.mapTypes).toMatchObject({ stack_trace: true });
    expect(facts.config).toMatchObject({ CONFIG_NET_CLS_BPF: "y", CONFIG_KPROBE_EVENTS: null, CONFIG_HZ: "250" });
  });

  it("does not trust helper lists that are the same for every program type", () => {
    expect(real.helpers).toMatchObject({ lirc_mode2_available_helpers: [] });
    expect(probeFactsOf(real)).toMatchObject({ helpersTrusted: false, helpers: null });
  });

  it("does not trust a packet helper in a tracing program", () => {
    const helpers = {
      kprobe_available_helpers: ["bpf_ktime_get_ns", "bpf_skb_store_bytes"],
      sched_cls_available_helpers: ["bpf_skb_store_bytes"],
    };
    expect(probeFactsOf({ ...real, helpers }).helpersTrusted).toBe(false);
  });

  it("keeps helper lists that differ", () => {
    const helpers = {
      kprobe_available_helpers: ["bpf_ktime_get_ns"],
      sched_cls_available_helpers: ["bpf_ktime_get_ns", "bpf_redirect_peer"],
    };
    expect(probeFactsOf({ ...real, helpers })).toMatchObject({
      helpersTrusted: true,
      helpers: { sched_cls: ["bpf_ktime_get_ns", "bpf_redirect_peer"] },
    });
  });

  it("takes a probe that stops after the bpf() system call", () => {
    const facts = probeFactsOf({ system_config: real.system_config, syscall_config: { have_bpf_syscall: false } });
    expect(facts).toMatchObject({
      bpfSyscall: false,
      jitEnabled: true,
      programTypes: null,
      mapTypes: null,
      helpersTrusted: null,
    });
  });

  it("proves nothing from a probe without privileges, which prints every type as refused", () => {
    const refused = (names: Record<string, unknown> | undefined) =>
      Object.fromEntries(Object.keys(names ?? {}).map((name) => [name, false]));
    const facts = probeFactsOf({
      ...real,
      system_config: { ...real.system_config, bpf_jit_enable: -1 },
      program_types: refused(real.program_types),
      map_types: refused(real.map_types),
      helpers: {},
    });
    expect(facts).toMatchObject({
      jitEnabled: null,
      programTypes: null,
      mapTypes: null,
      helpersTrusted: null,
    });
  });

  it.each([
    undefined,
    null,
    {},
    { error: "missing CAP_SYS_ADMIN" },
    { system_config: [], program_types: "none", helpers: { x_available_helpers: {} } },
  ])("takes %j for no probe", (probe) => {
    expect(probeFactsOf(probe)).toEqual({
      config: {},
      bpfSyscall: null,
      jitEnabled: null,
      programTypes: null,
      mapTypes: null,
      helpers: null,
      helpersTrusted: null,
    });
  });
});
