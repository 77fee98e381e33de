import type { Feature } from "../clusters/feature";
import type { RequiredHelper } from "./catalogue/required-helpers";

/** Facts of a profile that are yes, no or not known. */
export type FactName = "btf" | "jitEnabled" | "cgroup2" | "bpffs" | "ipv6" | "bpfSyscall" | "helpersTrusted";

/** How a requirement is judged; each kind is one function of check-requirement.ts. */
export type Check =
  /** `rhel8Build`: from this build on, RHEL 8's 4.18 kernel counts as equivalent, and no other kernel of Red Hat below. */
  | { kind: "kernel-at-least"; version: string; rhel8Build?: number }
  | { kind: "kernel-series"; series: readonly string[]; rhel8Build: number }
  | { kind: "config-enabled"; option: string }
  /** `absent`: the word for "no". */
  | { kind: "fact"; fact: FactName; absent?: string }
  | { kind: "helpers"; helpers: readonly RequiredHelper[] }
  | { kind: "architecture"; anyOf: readonly string[] };

/** Where a fact about Cilium or the kernel is written down. */
export type Source = { text: string; url: string };

/** Something more that is true of a requirement for some releases and features. */
export type Note = { versions: string; features?: readonly Feature[]; text: string; source: Source };

/** One thing Cilium needs of a node: data, not code. */
export type Requirement = {
  /** Kebab-case and stable: part of the public API, of links and of stored findings. */
  id: string;
  /** What it is about, as a heading. */
  title: string;
  /** The same when it is not met, so that it can be counted: "No kernel BTF", "Kernel below 5.10". */
  problem: string;
  /** Semver range of the releases it holds for; only plain comparators, so that pre-releases order as semver orders them. */
  versions: string;
  /** The cluster must use all of these for it to count; empty or absent: it always counts. */
  features?: readonly Feature[] | undefined;
  /** At least one of these. */
  anyFeature?: readonly Feature[] | undefined;
  /** Only for these nodes. */
  nodes?: { machine?: string; kernelFrom?: string; kernelBelow?: string } | undefined;
  check: Check;
  /** What it means not to meet it. `blocks` makes the node incompatible. */
  severity: "blocks" | "risk" | "info";
  /**
   * What it means not to know. Left out: of a blocking row that the node cannot be called compatible, of any other the
   * same as not to meet it. Set where a known fact leaves a row open, as the kernel number of Red Hat does.
   */
  whenUnknown?: "risk" | "info";
  /** What is needed, in words, for a column beside what was observed. */
  needed: string;
  /** What goes wrong without it. */
  why: string;
  notes?: readonly Note[];
  source: Source;
};
