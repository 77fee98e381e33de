/** Text in the message of a failed case that no number of clean runs outweighs: one is enough. */
export interface NeverFailPattern {
  id: string;
  /** In words, as a sentence begins: `Panic`. */
  title: string;
  /** Literal, in these letters. */
  text: string;
  /** Where it is written down that this must not be seen. */
  source: string;
}

const CILIUM_CLI = "cilium/cilium cilium-cli/connectivity/tests/errors.go @ 1.19";

/**
 * The crashes and the failures to load the data plane among the log lines that the Cilium CLI itself refuses
 * (`no-errors-in-logs`), and the drop that is counted where a program's tail call is missing. Its other lines are bugs
 * too, but ones that an environment can cause; they count as the failures that they are.
 */
export const NEVER_FAIL_PATTERNS: readonly NeverFailPattern[] = [
  { id: "panic", title: "Panic", text: "panic:", source: CILIUM_CLI },
  { id: "deadlock", title: "Deadlock", text: "POTENTIAL DEADLOCK:", source: CILIUM_CLI },
  { id: "segmentation-fault", title: "Segmentation fault", text: "segmentation fault", source: CILIUM_CLI },
  { id: "data-race", title: "Data race", text: "DATA RACE", source: CILIUM_CLI },
  {
    id: "bpf-map-size",
    title: "BPF map of another size",
    text: "size mismatch for BPF map",
    source: `${CILIUM_CLI}; https://github.com/cilium/cilium/issues/7851`,
  },
  {
    id: "verifier",
    title: "Program refused by the BPF verifier",
    text: "Log buffer too small to dump verifier log",
    source: `${CILIUM_CLI}; https://github.com/cilium/cilium/issues/10517`,
  },
  {
    id: "program-load",
    title: "Program refused by the BPF verifier",
    text: "Wrote verifier log to endpoint directory",
    source: "log line of cilium-agent when an endpoint's program fails to load, cilium/cilium @ 1.20.0-pre.3",
  },
  {
    id: "missed-tail-call",
    title: "Missed tail call",
    text: "Missed tail call",
    source: "drop reason 140, cilium/cilium bpf/lib/drop_reasons.h and pkg/monitor/api/drop.go @ 1.19",
  },
];
