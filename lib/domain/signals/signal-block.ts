/** One hour of a signal. `x` or `exposure` null: not observed, which is not zero. */
export interface SignalBlock {
  /** The beginning of the hour, UTC. */
  hour: Date;
  x: number | null;
  exposure: number | null;
  /** The share of the hour that was observed, 0 to 1. */
  coverage: number;
  /** The share of Hubble's events that were lost; null where it is not known. */
  lost: number | null;
  /** Whether a histogram was classic or native; null where there is none. */
  form: "classic" | "native" | null;
}

/** A value of one label, or a node: where a signal is looked at closer. */
export interface Segment {
  label: string;
  value: string;
}

/** One signal on one cluster: the hours with the candidate, and the hours with the baseline before and beside it. */
export interface BlockPair {
  candidate: readonly SignalBlock[];
  baseline: readonly SignalBlock[];
}

export interface SegmentPair extends BlockPair {
  segment: Segment;
}

/** What the rules need of one signal on one cluster. Lists are in any order. */
export interface SignalCellFacts {
  cluster: string;
  signalId: string;
  release: string;
  baselineRelease: string;
  total: BlockPair;
  segments: readonly SegmentPair[];
  /** Clusters of the same cohort that stay on the baseline: their blocks in the candidate's hours, and before. */
  controls: readonly (BlockPair & { cluster: string })[];
  /** Whether the cluster is meant to run the candidate now, so that silence is a finding. */
  expectsCandidate: boolean;
  /** What people accepted as not new, as segments of this signal. */
  acceptedNovelties: readonly Segment[];
}
