import type { DemoCluster } from "@/sandbox/fleet/cluster";
import type { Lane, Slot } from "@/sandbox/schedule";
import type { Trouble } from "@/sandbox/suites/run-suite";

/** A run of one gate with the candidate, as far as a story can tell it from others. */
export interface Occurrence {
  cluster: DemoCluster;
  gate: string;
  slot: Slot;
}

/** An hour of the metrics of a cluster with the candidate. */
export interface MetricHour {
  cluster: DemoCluster;
  /** The beginning of the hour. */
  hour: Date;
  /** Hours since the candidate came. */
  since: number;
}

/** How the metrics of an hour differ from those of an hour in which all is well. */
export interface MetricTrouble {
  /** All traffic, times this. */
  traffic?: number;
  /** By signal: times this, all of the excess in one value of a label. */
  rates?: Readonly<Record<string, { times: number; in?: { label: string; value: string } }>>;
  /** By signal: the level instead of the usual one. */
  levels?: Readonly<Record<string, number>>;
  /** Nothing of this source is seen. */
  dark?: readonly ("hubble" | "agent")[];
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
  /** What goes wrong in an hour of the metrics. */
  metrics?: (hour: MetricHour) => MetricTrouble | null;
  /** Whole weeks of metrics with the baseline; 4 unless said. */
  baselineWeeks?: number;
}
