import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FEATURES } from "../clusters/feature";
import type { JudgeContext } from "./applies";
import { WATCHED_CONFIG_OPTIONS } from "./catalogue/config-options";
import { REQUIRED_HELPERS } from "./catalogue/required-helpers";
import { judgeNode } from "./judge-node";
import { canonicalProfile, type NodeProfile } from "./node-profile";

const fact = fc.constantFrom(...Array.from({ length: 12 }, () => true), false, null);
const RELEASES = [
  "1.18.12",
  "1.19.6",
  "1.20.0-pre.0",
  "1.20.0-pre.3",
  "1.20.0-pre.4",
  "1.20.0",
  "1.20.2",
  "1.21.0-pre.0",
];
const KERNELS = [
  "5.4.0-150-generic",
  "5.10.234",
  "5.15.0",
  "6.1.0-18-amd64",
  "6.8.0",
  "6.12.20",
  "6.18.1",
  "4.18.0-553.el8_10.x86_64",
  "5.14.0-427.el9_4.x86_64",
  "?",
];

const TYPES = [...new Set(REQUIRED_HELPERS.flatMap(({ programTypes }) => programTypes))];
const HELPERS = REQUIRED_HELPERS.map(({ helper }) => helper);

const OPTION_VALUES = [...Array.from({ length: 40 }, () => "y"), "m", "n", null];

const kernelConfig = fc
  .array(fc.constantFrom(...OPTION_VALUES), {
    minLength: WATCHED_CONFIG_OPTIONS.length,
    maxLength: WATCHED_CONFIG_OPTIONS.length,
  })
  .map((values) => Object.fromEntries(WATCHED_CONFIG_OPTIONS.map((option, index) => [option, values[index] ?? null])));

/** Mostly good nodes, so that compatible ones are among them. */
const node: fc.Arbitrary<NodeProfile> = fc.record({
  kernelRelease: fc.constantFrom(...KERNELS),
  machine: fc.constantFrom("amd64", "amd64", "amd64", "arm64", "arm64", "riscv64"),
  osImage: fc.constant(null),
  btf: fact,
  jitEnabled: fact,
  cgroup2: fact,
  bpffs: fact,
  ipv6: fact,
  bpfSyscall: fact,
  kernelConfig: fc.oneof(
    kernelConfig,
    fc.constant(Object.fromEntries(WATCHED_CONFIG_OPTIONS.map((name) => [name, "y"]))),
  ),
  bpftool: fc.constant({ version: null, libbpf: null }),
  programTypes: fc.dictionary(fc.constantFrom("cgroup_device", "kprobe", "tracepoint"), fc.boolean()),
  mapTypes: fc.dictionary(fc.constantFrom("cgroup_array", "stack_trace"), fc.boolean()),
  helpersTrusted: fact,
  helpers: fc.oneof(
    { weight: 4, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.dictionary(fc.constantFrom(...TYPES), fc.subarray(HELPERS)) },
  ),
});

const context = fc.record({
  release: fc.constantFrom(...RELEASES),
  features: fc.subarray([...FEATURES], { maxLength: 6 }),
});

/**
 * Every way to know one thing less of a node, but for bpftool's helper lists: where they contradict the version of
 * the kernel they count, and without them the version does.
 */
function withoutOneFact(profile: NodeProfile): NodeProfile[] {
  const facts: Partial<NodeProfile>[] = [
    { btf: null },
    { jitEnabled: null },
    { cgroup2: null },
    { bpffs: null },
    { ipv6: null },
    { bpfSyscall: null },
    { helpersTrusted: null },
    { kernelRelease: "" },
    { programTypes: {} },
    { mapTypes: {} },
  ];
  const configs = WATCHED_CONFIG_OPTIONS.map((option) => ({ ...profile.kernelConfig, [option]: null }));
  return [...facts, ...configs.map((kernelConfig) => ({ kernelConfig }))].map((change) => ({ ...profile, ...change }));
}

/** 0: nothing to see, 1: compatible with something to decide, 2: unknown, 3: incompatible. */
function badness(profile: NodeProfile, given: JudgeContext): number {
  const { verdict, findings } = judgeNode(profile, given);
  if (verdict === "incompatible") return 3;
  if (verdict === "unknown") return 2;
  return findings.some(({ severity }) => severity === "risk") ? 1 : 0;
}

describe("judging a node", () => {
  it("never gets better than it was by knowing less, except from incompatible to unknown", () => {
    fc.assert(
      fc.property(node, context, (profile, given) => {
        const before = Math.min(badness(profile, given), 2);
        for (const less of withoutOneFact(profile)) expect(badness(less, given)).toBeGreaterThanOrEqual(before);
      }),
      { numRuns: 60 },
    );
  });

  it("never makes a node incompatible by knowing less of it", () => {
    fc.assert(
      fc.property(node, context, (profile, given) => {
        // Without a proof of the running kernel a file that says "not set" counts again, so proofs are left alone.
        if (judgeNode(profile, given).verdict === "incompatible") return;
        const unset = Object.values(profile.kernelConfig).includes("n");
        if (unset) return;
        for (const less of withoutOneFact(profile)) expect(judgeNode(less, given).verdict).not.toBe("incompatible");
      }),
      { numRuns: 60 },
    );
  });

  it("never asks less of a node because its cluster uses more", () => {
    fc.assert(
      fc.property(node, context, fc.constantFrom(...FEATURES), (profile, { release, features }, feature) => {
        const rank = { compatible: 0, unknown: 1, incompatible: 2 };
        const before = judgeNode(profile, { release, features }).verdict;
        const after = judgeNode(profile, { release, features: [...features, feature] }).verdict;
        expect(rank[after]).toBeGreaterThanOrEqual(rank[before]);
      }),
    );
  });

  it("gives a reason for every verdict but compatible, and no blocking one with it", () => {
    fc.assert(
      fc.property(node, context, (profile, given) => {
        const { verdict, findings } = judgeNode(profile, given);
        const severities = new Set(findings.map(({ severity }) => severity));
        expect(severities.has("blocks")).toBe(verdict === "incompatible");
        if (verdict === "unknown") expect(severities.has("missing")).toBe(true);
        if (verdict === "compatible") expect(severities.has("missing")).toBe(false);
      }),
    );
  });

  it("judges equal profiles equally, whatever the order of what they hold", () => {
    fc.assert(
      fc.property(node, context, (profile, given) => {
        const reversed = { ...Object.fromEntries(Object.entries(profile).reverse()), ...profile };
        expect(canonicalProfile(reversed)).toBe(canonicalProfile(profile));
        expect(judgeNode(reversed, given)).toEqual(judgeNode(profile, given));
      }),
    );
  });
});
