import { z } from "zod";
import type { SignalFactsRow, TestedCellRow } from "@/lib/db/cells";
import type { WholeRegressionRow } from "@/lib/db/regressions";
import type { GateCell } from "@/lib/domain/regressions/gate-cell";
import { type BoardInput, cellKey, type PreviousCell } from "@/lib/domain/regressions/judged-cell";
import { WaivedLevelSchema } from "@/lib/domain/regressions/waiver";
import type { WaiverFact } from "@/lib/domain/regressions/waiver-rule";
import { SIGNALS } from "@/lib/domain/signals/catalogue/catalogue";
import type { Candidate } from "./candidates";
import type { Fleet } from "./fleet";

/** What a cell was judged from, and what was said of it before. */
export interface BoardCell {
  clusterId: number;
  facts: GateCell | SignalFactsRow;
  stored: TestedCellRow | null;
}

/** What was compared just now, by cluster id. */
export interface Compared {
  gates: ReadonlyMap<number, readonly GateCell[]>;
  signals: ReadonlyMap<number, readonly SignalFactsRow[]>;
}

const SIGNAL_META = new Map(SIGNALS.map((signal) => [signal.id, signal]));

export interface BoardParts {
  candidate: Candidate;
  fleet: Fleet;
  /** By `cellKey`. */
  cells: ReadonlyMap<string, BoardCell>;
  regressions: readonly WholeRegressionRow[];
  waivers: readonly WaiverFact[];
  calibrated: ReadonlySet<string>;
  now: Date;
}

/** All cells of a board: the ones that were compared just now, the others as they are stored. */
export function boardCells(
  stored: readonly TestedCellRow[],
  compared: Compared,
  { fleet, touched }: { fleet: Fleet; touched: { gate: ReadonlySet<number>; signal: ReadonlySet<number> } },
): Map<string, BoardCell> {
  const cells = new Map<string, BoardCell>();
  const known = new Map(
    stored.flatMap((row): [string, TestedCellRow][] => {
      const cluster = fleet.byId.get(row.clusterId);
      return cluster === undefined ? [] : [[cellKey(row.kind, row.subject, cluster.name), row]];
    }),
  );
  for (const [key, row] of known) {
    if (!touched[row.kind].has(row.clusterId))
      cells.set(key, { clusterId: row.clusterId, facts: row.facts, stored: row });
  }
  const add = (key: string, clusterId: number, facts: GateCell | SignalFactsRow) =>
    cells.set(key, { clusterId, facts, stored: known.get(key) ?? null });
  for (const [clusterId, own] of compared.gates) {
    for (const cell of own) add(cellKey("gate", cell.gateId, cell.cluster), clusterId, cell);
  }
  for (const [clusterId, own] of compared.signals) {
    for (const test of own) add(cellKey("signal", test.signalId, test.cluster), clusterId, test);
  }
  return cells;
}

/** What the rules judge the board from. */
export function boardInput(parts: BoardParts): BoardInput {
  const { candidate, fleet, cells, regressions, waivers, calibrated, now } = parts;
  const facts = [...cells.values()].map((cell) => cell.facts);
  return {
    release: candidate.version,
    baseline: candidate.baseline,
    gateCells: facts.filter((one) => "gateId" in one),
    signalTests: facts.filter((one) => "signalId" in one),
    previous: previousCells(cells, regressions),
    waivers,
    labels: fleet.labels,
    attributes: fleet.attributes,
    calibrated,
    signals: SIGNAL_META,
    now,
  };
}

function previousCells(
  cells: ReadonlyMap<string, BoardCell>,
  regressions: readonly WholeRegressionRow[],
): Map<string, PreviousCell> {
  const previous = new Map<string, PreviousCell>();
  for (const [key, { stored }] of cells) {
    if (stored !== null) previous.set(key, { state: stored.state, regression: null });
  }
  for (const row of regressions) {
    if (row.kind !== "gate" && row.kind !== "signal") continue;
    const key = cellKey(row.kind, row.subject, row.cluster);
    previous.set(key, { state: previous.get(key)?.state ?? null, regression: previousRegression(row) });
  }
  return previous;
}

const Level = WaivedLevelSchema.nullable();
const Explicit = z.object({ level: Level, dismissedLevel: Level });

/** The levels of a regression as the rules read them. */
export function levelsOf(row: WholeRegressionRow): z.infer<typeof Explicit> {
  return Explicit.parse({ level: row.level, dismissedLevel: row.dismissedLevel });
}

function previousRegression(row: WholeRegressionRow): NonNullable<PreviousCell["regression"]> {
  const { state, cellState, fixClaimedAt, expiresAt, closeReason } = row;
  const fixedAt = state === "resolved" && closeReason === "verified-fixed" ? fixClaimedAt : null;
  return { state, cellState, ...levelsOf(row), fixClaimedAt, fixedAt, expiresAt };
}
