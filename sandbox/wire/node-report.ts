import type { DemoNode } from "@/sandbox/fleet/cluster";
import { imageOf } from "@/sandbox/fleet/images";
import { kernelConfigOf } from "@/sandbox/fleet/kernel-config";
import { bpftoolProbe } from "./bpftool-probe";
import type { WireDocument } from "./finished-run";
import { rfc3339 } from "./go-xml";

/** What one node says of itself, as a collector on the node gathers it. */
export function nodeReport(cluster: string, node: DemoNode, collectedAt: Date): Record<string, unknown> {
  const image = imageOf(node.image);
  const config = kernelConfigOf(image);
  return {
    cluster,
    node: node.name,
    collectedAt: rfc3339(collectedAt),
    kernel: { release: image.kernelRelease, machine: image.machine, osImage: image.osImage },
    btf: image.btfBytes === null ? { vmlinux: false } : { vmlinux: true, sizeBytes: image.btfBytes },
    jit: { enable: 1, harden: 0, kallsyms: 1, limit: 528_482_304 },
    cgroup2: true,
    bpffs: true,
    ipv6: true,
    ...(image.bpftool && { bpftool: image.bpftool, probe: bpftoolProbe(image, config) }),
    kernelConfig: config,
  };
}

/** One report alone. */
export function nodeReportJson(report: Record<string, unknown>): WireDocument {
  return { contentType: "application/json", body: JSON.stringify(report) };
}

/** A report a line. */
export function nodeReportsNdjson(reports: readonly Record<string, unknown>[]): WireDocument {
  return { contentType: "application/x-ndjson", body: reports.map((report) => `${JSON.stringify(report)}\n`).join("") };
}
