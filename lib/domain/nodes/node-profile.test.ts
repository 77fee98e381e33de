import { describe, expect, it } from "vitest";
import { WATCHED_CONFIG_OPTIONS } from "./catalogue/config-options";
import { canonicalProfile, NodeProfileSchema, profileOf } from "./node-profile";
import { NodeReportInput } from "./node-report";

function report(fields: Record<string, unknown> = {}): NodeReportInput {
  return NodeReportInput.parse({
    cluster: "eu-1",
    node: "worker-1",
    collectedAt: "2026-11-22T10:00:00Z",
    kernel: { release: "6.1.0-18-amd64", machine: "x86_64", osImage: "Debian GNU/Linux 12 (bookworm)" },
    ...fields,
  });
}

describe("profileOf", () => {
  it("knows nothing that was not said", () => {
    const profile = profileOf(report());
    expect(profile).toMatchObject({
      kernelRelease: "6.1.0-18-amd64",
      machine: "amd64",
      btf: null,
      jitEnabled: null,
      cgroup2: null,
      bpffs: null,
      ipv6: null,
      bpfSyscall: null,
      helpersTrusted: null,
    });
    expect(Object.keys(profile.kernelConfig)).toEqual(WATCHED_CONFIG_OPTIONS);
    expect(new Set(Object.values(profile.kernelConfig))).toEqual(new Set([null]));
  });

  it("is the same for nodes of one image, whatever differs between them", () => {
    const one = report({
      node: "worker-1",
      collectedAt: "2026-11-22T10:00:00Z",
      btf: { vmlinux: true, sizeBytes: 5_516_713 },
      jit: { enable: 1, limit: 528_482_304 },
      kernelConfig: { CONFIG_BPF: "y", CONFIG_VXLAN: "m", CONFIG_HZ: "250" },
    });
    const other = report({
      node: "worker-2",
      collectedAt: "2026-11-22T11:30:00+02:00",
      kernelConfig: { CONFIG_HZ: "1000", CONFIG_VXLAN: "m", CONFIG_BPF: "y" },
      jit: { limit: 264_241_152, enable: 1 },
      btf: { sizeBytes: 5_516_700, vmlinux: true },
      extra: { rack: 7 },
    });
    expect(canonicalProfile(profileOf(other))).toBe(canonicalProfile(profileOf(one)));
  });

  it("survives being stored", () => {
    const profile = profileOf(report({ btf: { vmlinux: false }, kernelConfig: { CONFIG_VXLAN: "m" } }));
    const stored: unknown = JSON.parse(canonicalProfile(profile));
    expect(canonicalProfile(NodeProfileSchema.parse(stored))).toBe(canonicalProfile(profile));
  });

  it.each([
    ["x86_64", "amd64"],
    ["aarch64", "arm64"],
    ["armv7l", "armv7l"],
  ])("reads machine %s as %s", (machine, expected) => {
    expect(profileOf(report({ kernel: { release: "6.1.0", machine } })).machine).toBe(expected);
  });

  it("fills unread options from bpftool and never overrides what was read", () => {
    const system_config = { CONFIG_NET_CLS_BPF: "y", CONFIG_XFRM: "y", CONFIG_BPF_EVENTS: null };
    const kernelConfig = { CONFIG_NET_CLS_BPF: null, CONFIG_XFRM: "n", CONFIG_BPF_EVENTS: null };
    expect(profileOf(report({ kernelConfig, probe: { system_config } })).kernelConfig).toMatchObject({
      CONFIG_NET_CLS_BPF: "y",
      CONFIG_XFRM: "n",
      CONFIG_BPF_EVENTS: null,
    });
  });

  it.each([
    [{ btf: { vmlinux: true } }, true],
    [{ btf: { vmlinux: false }, kernelConfig: { CONFIG_DEBUG_INFO_BTF: "y" } }, false],
    [{ btf: { vmlinux: null }, kernelConfig: { CONFIG_DEBUG_INFO_BTF: "y" } }, true],
    [{ probe: { system_config: { CONFIG_DEBUG_INFO_BTF: "y" } } }, true],
    [{ kernelConfig: { CONFIG_DEBUG_INFO_BTF: "n" } }, false],
    [{ kernelConfig: { CONFIG_DEBUG_INFO_BTF: null } }, null],
  ])("of %j BTF is %s", (fields, expected) => {
    expect(profileOf(report(fields)).btf).toBe(expected);
  });

  it.each([
    [{ jit: { enable: 1 } }, true],
    [{ jit: { enable: 0 } }, false],
    [{ jit: { enable: -1 } }, null],
    [{ jit: { enabled: true } }, true],
    [{ jit: false }, false],
    [{ jit: 2 }, true],
    [{ jit: { harden: 2 } }, null],
    [{ probe: { system_config: { bpf_jit_enable: 0 } } }, false],
    [{ probe: { system_config: { bpf_jit_enable: -1 } }, kernelConfig: { CONFIG_BPF_JIT_ALWAYS_ON: "y" } }, true],
    [{ kernelConfig: { CONFIG_BPF_JIT: "y" } }, null],
  ])("of %j the JIT is %s", (fields, expected) => {
    expect(profileOf(report(fields)).jitEnabled).toBe(expected);
  });

  it.each([
    [{ probe: { syscall_config: { have_bpf_syscall: false } }, kernelConfig: { CONFIG_BPF_SYSCALL: "y" } }, false],
    [{ bpffs: true }, true],
    [{ bpffs: false }, null],
    [{ kernelConfig: { CONFIG_BPF_SYSCALL: "y" } }, true],
  ])("of %j bpf() is %s", (fields, expected) => {
    expect(profileOf(report(fields)).bpfSyscall).toBe(expected);
  });

  it("keeps of the helper lists only what the agent asks for", () => {
    const helpers = {
      kprobe_available_helpers: ["bpf_ktime_get_ns"],
      sched_cls_available_helpers: ["bpf_redirect_peer", "bpf_clone_redirect"],
      xdp_available_helpers: [],
    };
    expect(profileOf(report({ probe: { helpers } })).helpers).toEqual({ sched_cls: ["bpf_redirect_peer"], xdp: [] });
  });
});
