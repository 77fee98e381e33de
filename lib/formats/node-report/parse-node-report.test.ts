import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { parseNodeReport, reportDigestInput } from "./parse-node-report";

const MINIMAL = {
  cluster: "eu-prod-1",
  node: "worker-1.eu.example.org",
  collectedAt: "2026-11-22T10:00:00.123+05:45",
  kernel: { release: "6.1.0-18-amd64", machine: "x86_64" },
};

const probe: unknown = JSON.parse(
  gunzipSync(
    readFileSync(new URL("../../domain/nodes/fixtures/bpftool-7.1.0-linux-6.18.json.gz", import.meta.url)),
  ).toString(),
);

/** Where and why a report was refused. */
function refusal(value: unknown): { pointer: string; detail: string } {
  const parsed = parseNodeReport(value);
  if (parsed.ok) throw new Error("accepted");
  return { pointer: parsed.pointer, detail: parsed.detail };
}

function digestInput(value: unknown): string {
  const parsed = parseNodeReport(value);
  if (!parsed.ok) throw new Error(parsed.detail);
  return reportDigestInput(parsed.report);
}

describe("parseNodeReport", () => {
  it("takes the least a report can be", () => {
    expect(parseNodeReport(MINIMAL)).toEqual({ ok: true, report: MINIMAL });
  });

  it("takes everything the contract names, bpftool's output verbatim and fields it does not know", () => {
    const full = {
      ...MINIMAL,
      kernel: { ...MINIMAL.kernel, osImage: "Debian GNU/Linux 12 (bookworm)", cmdline: "quiet" },
      btf: { vmlinux: true, sizeBytes: 5_516_713 },
      jit: { enable: 1, harden: 0, kallsyms: 1, limit: 528_482_304 },
      cgroup2: true,
      bpffs: false,
      ipv6: true,
      bpftool: { version: "7.1.0", libbpf: "1.1" },
      probe,
      kernelConfig: { CONFIG_BPF: "y", CONFIG_VXLAN: "m", CONFIG_NETKIT: "n", CONFIG_XFRM: null, CONFIG_HZ: "250" },
      collector: { name: "collect-node.sh", version: 1 },
    };
    expect(parseNodeReport(full)).toEqual({ ok: true, report: full });
  });

  it.each([
    [
      "null for what is not known",
      { btf: null, jit: null, cgroup2: null, ipv6: null, probe: null, kernelConfig: null },
    ],
    ["BTF that could not be looked for", { btf: { vmlinux: null } }],
    ["the JIT as a switch", { jit: true }],
    ["a probe that is an error", { probe: { error: "missing CAP_SYS_ADMIN" } }],
    ["a bpftool that names no libbpf", { bpftool: { version: "5.4.0" } }],
  ])("takes %s", (_name, fields) => {
    expect(parseNodeReport({ ...MINIMAL, ...fields }).ok).toBe(true);
  });

  it.each<[string, Record<string, unknown>, string]>([
    ["no cluster", { cluster: undefined }, "/cluster"],
    ["a cluster name in capitals", { cluster: "EU" }, "/cluster"],
    ["a node name with a slash", { node: "a/b" }, "/node"],
    ["a node name with an empty label", { node: "a..b" }, "/node"],
    ["a time without an offset", { collectedAt: "2026-11-22T10:00:00" }, "/collectedAt"],
    ["a day that does not exist", { collectedAt: "2026-02-30T10:00:00Z" }, "/collectedAt"],
    ["no kernel", { kernel: undefined }, "/kernel"],
    ["no kernel release", { kernel: { machine: "x86_64" } }, "/kernel/release"],
    ["an empty kernel release", { kernel: { release: "", machine: "x86_64" } }, "/kernel/release"],
    ["a kernel release of two lines", { kernel: { release: "6.1\n5", machine: "x86_64" } }, "/kernel/release"],
    ["a NUL in the image", { kernel: { ...MINIMAL.kernel, osImage: "a\u0000b" } }, "/kernel/osImage"],
    ["half a character in the image", { kernel: { ...MINIMAL.kernel, osImage: "a\ud800" } }, "/kernel/osImage"],
    ["BTF as text", { btf: { vmlinux: "yes" } }, "/btf/vmlinux"],
    ["a negative size", { btf: { vmlinux: true, sizeBytes: -1 } }, "/btf/sizeBytes"],
    ["a probe as text", { probe: "{}" }, "/probe"],
    ["a probe as a list", { probe: [] }, "/probe"],
    ["an option as a boolean", { kernelConfig: { CONFIG_BPF: true } }, "/kernelConfig/CONFIG_BPF"],
    ["what is no option", { kernelConfig: { "~BPF/": "y" } }, "/kernelConfig/~0BPF~1"],
  ])("refuses %s and points at it", (_name, fields, pointer) => {
    expect(refusal({ ...MINIMAL, ...fields }).pointer).toBe(pointer);
  });

  it("says what is wrong in words", () => {
    expect(refusal({ ...MINIMAL, node: undefined }).detail).toBe("is missing");
    expect(refusal({ ...MINIMAL, collectedAt: "yesterday" }).detail).toContain("RFC 3339");
    expect(refusal({ ...MINIMAL, kernelConfig: { CONFIG_BPF: true } }).detail).toContain("y, m, n");
    expect(refusal({ ...MINIMAL, cgroup2: "yes" }).detail).toBe("expected boolean, received string");
  });

  it.each([[null], [1], ["{}"], [[]], [undefined]])("refuses %j as a whole", (value) => {
    expect(refusal(value).pointer).toBe("");
  });

  it("refuses a document without measure, at once", () => {
    let deep: unknown = 0;
    for (let level = 0; level < 10_000; level += 1) deep = [deep];
    const wide = Object.fromEntries(Array.from({ length: 70_000 }, (_, index) => [`have_${index}`, true]));
    const started = performance.now();
    expect(refusal({ ...MINIMAL, probe: { deep } }).detail).toBe("nests more than 16 deep");
    expect(refusal({ ...MINIMAL, probe: { wide } }).detail).toBe("holds more than 60000 values");
    expect(refusal({ ...MINIMAL, kernel: { ...MINIMAL.kernel, osImage: "x".repeat(301) } }).pointer).toBe(
      "/kernel/osImage",
    );
    expect(performance.now() - started).toBeLessThan(1000);
  });
});

describe("reportDigestInput", () => {
  it("is the same whatever the order of the keys, and differs with the content", () => {
    const { cluster, node, collectedAt, kernel } = MINIMAL;
    const text = digestInput({ ...MINIMAL, kernelConfig: { CONFIG_A: "y", CONFIG_B: null } });
    expect(digestInput({ kernelConfig: { CONFIG_B: null, CONFIG_A: "y" }, kernel, collectedAt, node, cluster })).toBe(
      text,
    );
    expect(digestInput({ ...MINIMAL, kernelConfig: { CONFIG_A: "y" } })).not.toBe(text);
    expect(digestInput({ ...MINIMAL, kernelConfig: { CONFIG_A: "y", CONFIG_B: null }, rack: 7 })).not.toBe(text);
    expect(digestInput({ ...MINIMAL, collectedAt: "2026-11-22T10:00:01Z" })).not.toBe(digestInput(MINIMAL));
  });
});
