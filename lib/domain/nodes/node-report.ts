import { z } from "zod";
import { ClusterNameSchema } from "../clusters/cluster";

const NODE_NAME = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;

/** A Kubernetes node name: a DNS-1123 subdomain. */
export const NodeNameSchema = z
  .string()
  .max(253)
  .regex(NODE_NAME, "not a Kubernetes node name: lower-case letters, digits, dashes and dots");

/** Text without control characters and lone surrogates, so that it can be stored as jsonb, logged and shown as it is. */
const Label = (max: number) =>
  z
    .string()
    .max(max)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u, "contains a control character");
/** What uname prints: no blanks, nothing outside ASCII. */
const Token = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .regex(/^[\x21-\x7e]+$/, "not a single ASCII word");

const Flag = z.boolean().nullish();

const ConfigOptionName = z
  .string()
  .max(120)
  .regex(/^CONFIG_[A-Za-z0-9_]+$/, "not a CONFIG_ option");

/**
 * `y` and `m` are set, `n` says that the configuration was read and the option is not set in it, `null` and an
 * absent key say nothing: bpftool prints `null` both for "not set" and for "could not read". Other text and
 * numbers (`"250"`) are values of options that are not switches.
 */
const KernelConfigSchema = z
  .record(
    ConfigOptionName,
    z.union([Label(4096), z.number(), z.null()], { error: "not y, m, n, null or the text of a value" }),
  )
  .refine((config) => Object.keys(config).length <= 20_000, "more than 20,000 options");

const JitSchema = z.union(
  [z.boolean(), z.number(), z.record(z.string().max(100), z.union([z.number(), z.boolean(), Label(100), z.null()]))],
  { error: "not true, false, a number or an object of net.core.bpf_jit_* values" },
);

/** The output of `bpftool -j feature probe`, verbatim. Its keys differ between bpftool versions: read it loosely. */
const ProbeSchema = z.record(z.string().max(200), z.unknown());

/** What one node says of itself. Fields that are not listed are kept in the raw document and otherwise ignored. */
export const NodeReportInput = z.looseObject({
  cluster: ClusterNameSchema,
  node: NodeNameSchema,
  collectedAt: z.iso.datetime({
    offset: true,
    error: "not an RFC 3339 time with an offset, such as 2026-11-22T10:00:00Z",
  }),
  kernel: z.looseObject({
    release: Token(200).meta({ description: "uname -r" }),
    machine: Token(60).meta({ description: "uname -m" }),
    osImage: Label(300).nullish().meta({ description: "PRETTY_NAME of os-release" }),
  }),
  btf: z
    .looseObject({ vmlinux: Flag, sizeBytes: z.number().int().min(0).nullish() })
    .nullish()
    .meta({ description: "whether /sys/kernel/btf/vmlinux is there; null when it could not be looked for" }),
  jit: JitSchema.nullish().meta({ description: "net.core.bpf_jit_*: { enable, harden, kallsyms, limit }" }),
  cgroup2: Flag,
  bpffs: Flag,
  ipv6: Flag.meta({ description: "whether the kernel has IPv6: /proc/net/if_inet6 exists" }),
  bpftool: z.looseObject({ version: Label(100), libbpf: Label(100).nullish() }).nullish(),
  probe: ProbeSchema.nullish(),
  kernelConfig: KernelConfigSchema.nullish(),
});
export type NodeReportInput = z.infer<typeof NodeReportInput>;
