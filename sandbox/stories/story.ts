import type { DemoCluster } from "@/sandbox/fleet/cluster";
import type { Lane, Slot } from "@/sandbox/schedule";
import type { Trouble } from "@/sandbox/suites/run-suite";

/** A run of one gate with the candidate, as far as a story can tell it from others. */
export interface Occurrence {
  cluster: DemoCluster;
  gate: string;
  slot: Slot;
}

/** What becomes of a cluster. What a story does not mention goes well. */
export interface Story {
  id: string;
  /** What a viewer sees, and why. */
  tells: string;
  /** The verdict it leads to, at first and as long as it holds. */
  verdict: "ready" | "review" | "unproven" | "blocked";
  /** Nothing is ever reported. */
  silent?: true;
  /** When the runs of a gate happen, where that is not as usual; more than one lane adds up. */
  lanes?: (gate: string, usual: Lane) => Readonly<Record<string, Lane>> | null;
  /** What goes wrong in a run. */
  trouble?: (occurrence: Occurrence) => Trouble | null;
}
