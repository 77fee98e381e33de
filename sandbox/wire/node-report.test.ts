import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { profileOf } from "@/lib/domain/nodes/node-profile";
import { parseNodeReport } from "@/lib/formats/node-report/parse-node-report";
import { IMAGE_IDS, imageOf } from "@/sandbox/fleet/images";
import { kernelConfigOf } from "@/sandbox/fleet/kernel-config";
import { bpftoolProbe } from "./bpftool-probe";
import { nodeReport } from "./node-report";

const Probe = z.record(z.string(), z.record(z.string(), z.unknown()));

/** What bpftool 7.1.0 really printed on Linux 6.18; its helper lists are left out. */
function genuineProbe() {
  const file = new URL("fixtures/bpftool-7.1.0-linux-6.18.json", import.meta.url);
  return Probe.parse(JSON.parse(readFileSync(file, "utf8")));
}

const typeOf = (value: unknown) => (Array.isArray(value) ? "list" : typeof value);

describe("bpftoolProbe", () => {
  it.each(IMAGE_IDS)("%s: has the sections, keys and types of a genuine probe, and no others", (id) => {
    const image = imageOf(id);
    const genuine = genuineProbe();
    const ours = Probe.parse(bpftoolProbe(image, kernelConfigOf(image)));
    expect(Object.keys(ours)).toEqual(Object.keys(genuine));
    for (const [section, entries] of Object.entries(ours)) {
      if (section === "helpers") continue;
      const strange = Object.entries(entries).filter(([key, value]) => {
        const theirs = genuine[section]?.[key];
        return theirs === undefined || (value !== null && theirs !== null && typeOf(value) !== typeOf(theirs));
      });
      expect(strange).toEqual([]);
    }
  });

  it("lists other helpers for other program types, as a bpftool of the kernel's own age does", () => {
    const image = imageOf("debian-12");
    const { helpers } = Probe.parse(bpftoolProbe(image, kernelConfigOf(image)));
    expect(helpers?.sched_cls_available_helpers).toContain("bpf_redirect_peer");
    expect(helpers?.kprobe_available_helpers).not.toContain("bpf_redirect_peer");
  });
});

describe("nodeReport", () => {
  it.each(IMAGE_IDS)("%s: is accepted, and says of BTF and JIT what the image has", (id) => {
    const node = { name: "node-1", image: id, late: false };
    const parsed = parseNodeReport(nodeReport("eu-prod-1", node, new Date("2026-11-22T18:00:00Z")));
    if (!parsed.ok) throw new Error(parsed.detail);
    const profile = profileOf(parsed.report);
    expect(profile).toMatchObject({ btf: imageOf(id).btfBytes !== null, jitEnabled: true, ipv6: true });
    expect(profile.helpersTrusted).toBe(imageOf(id).bpftool === null ? null : true);
  });
});
