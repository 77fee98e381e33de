import type { Area } from "../readiness/area";
import type { Signal } from "../signals/signal";
import type { Card } from "./card";
import type { CellState } from "./cell-state";
import type { BoardDto } from "./dto";
import type { GateCell } from "./gate-cell";
import type { Explain, RegressionState } from "./regression";
import type { StoredSignalTest } from "./stored-signal-test";
import type { WaivedLevel } from "./waiver";
import type { CurrentLevel, WaiverFact } from "./waiver-rule";

export type ComparedKind = "gate" | "signal";

export function cellKey(kind: ComparedKind, subject: string, cluster: string): string {
  return `${kind} ${subject} ${cluster}`;
}

/** What is known of a cell from before: its state and its newest regression, whatever became of that. */
export interface PreviousCell {
  state: CellState | null;
  regression: {
    state: RegressionState;
    /** What the rules said of it last while they held it to be real. */
    cellState: CellState;
    /** Counts or ratio when it was last held to be real. */
    level: WaivedLevel | null;
    fixClaimedAt: Date | null;
    /** The `fixClaimedAt` of one resolved as verified-fixed, else null: what ran until then is not held against it again. */
    fixedAt: Date | null;
    /** The level at which it was dismissed, and how long that holds; null level: it was not. */
    dismissedLevel: WaivedLevel | null;
    expiresAt: Date | null;
  } | null;
}

/** What is asked of a signal of the catalogue. */
export type SignalMeta = Pick<
  Signal,
  | "id"
  | "title"
  | "area"
  | "direction"
  | "method"
  | "minEvents"
  | "delta"
  | "redRatio"
  | "redRatioLow"
  | "minDifference"
  | "absolute"
  | "display"
>;

/** Attributes of a cluster that may carry failures: provider, region, kernel series, features. */
export type ClusterAttributes = readonly { label: string; value: string }[];

export interface BoardInput {
  release: string;
  baseline: string;
  /** All cells of the release, of all clusters. */
  gateCells: readonly GateCell[];
  signalTests: readonly StoredSignalTest[];
  /** By `cellKey`. */
  previous: ReadonlyMap<string, PreviousCell>;
  waivers: readonly WaiverFact[];
  /** Labels of the clusters, for waivers of a cohort. */
  labels: ReadonlyMap<string, Readonly<Record<string, string>>>;
  attributes: ReadonlyMap<string, ClusterAttributes>;
  /** Clusters whose A/A replay of the signal rules passed. */
  calibrated: ReadonlySet<string>;
  signals: ReadonlyMap<string, SignalMeta>;
  now: Date;
}

/** What the rules say of one subject on one cluster. */
export interface JudgedCell {
  cluster: string;
  kind: ComparedKind;
  subject: string;
  /** The gate's or signal's title. */
  title: string;
  area: Area;
  state: CellState;
  /** The state without the waiver; the same where there is none. */
  unwaived: CellState;
  /** What readiness does with it; null: nothing. */
  severity: "blocks" | "risk" | null;
  waiver: { id: string; expiresAt: Date } | null;
  direction: "up" | "down";
  baselineValue: number | null;
  candidateValue: number | null;
  /** A difference of proportions for gates, a ratio for signals. */
  effect: number | null;
  p: number | null;
  q: number | null;
  /** What a waiver or a dismissal of it would accept. */
  level: WaivedLevel;
  /** Clean runs since the fix was claimed or since the last failure, and how many prove it; null: nothing to prove. */
  verification: { clean: number; needed: number; since: Date; verified: boolean } | null;
  /** The dismissed level does not cover it any more. */
  worseThanDismissed: boolean;
  /** There was evidence with the candidate or the baseline, and now there is silence. */
  dark: boolean;
  /** The next instant at which age alone may change what is said; null: never. */
  dueAt: Date | null;
  failedRunIds: readonly string[];
  explains: readonly Explain[];
  /** The head line, and the sentence under it. */
  heading: string;
  sentence: string;
  card: Card;
}

export type BoardSummary = Pick<BoardDto, "ruleVersion" | "counts" | "families" | "red" | "expectedFalse" | "sentence">;

export interface Board {
  cells: readonly JudgedCell[];
  summary: BoardSummary;
}

/** How bad a judged cell is, to be held against a level that was accepted. */
export function levelNow({ level, card }: Pick<JudgedCell, "level" | "card">): CurrentLevel {
  const interval = card.estimate?.measure === "ratio" ? { low: card.estimate.low, high: card.estimate.high } : null;
  return { x: level.x, n: level.n, interval };
}
