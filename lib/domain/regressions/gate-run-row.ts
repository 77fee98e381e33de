import type { Outcome } from "../gates/gate-run";

/** One gate run of one cluster with one release, as the comparison needs it. */
export interface GateRunRow {
  id: string;
  gateId: string;
  ranAt: Date;
  /** Runs of a gate with the same address are attempts of one observation; runs of all gates with it are one round. */
  url: string | null;
  attempt: number;
  outcome: Outcome;
  /** Cases that failed and passed within the run. */
  flaky: number;
  /** What must never happen and did, in words: `panic`, `BPF program failed to load`; null: nothing of the kind. */
  neverFail: string | null;
}
