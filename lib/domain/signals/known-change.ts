/** What a change of Cilium does to a comparison of two releases. */
export type ChangeEffect =
  | "rename"
  | "gone"
  | "new"
  | "growth"
  | "false-rise"
  | "shape"
  | "fall"
  | "mixed"
  | "tightening";

/** A change of a release that moves metrics though nothing got worse, or on purpose. Data, never a verdict. */
export interface KnownChange {
  id: string;
  /** The first version with it; `1.19.0-0` where only the minor is known. */
  from: string;
  /** The first version without it again; null: it stays. */
  until: string | null;
  /** Metrics it touches; `*` stands for any text. */
  metrics: readonly string[];
  labels: readonly string[];
  effect: ChangeEffect;
  /** One sentence about what is seen. */
  summary: string;
  reference: string;
}
