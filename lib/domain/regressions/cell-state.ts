import { z } from "zod";

/**
 * What the rules say of one subject on one cluster, worst first. `REGRESSED`, `EXTREME` and `FAILED_FIX` are red;
 * `SUSPECT`, `FLAKE_REGRESSED` and `NOVEL` are amber; only `CLEAN` and `IMPROVED` prove something.
 */
export const CELL_STATES = [
  "FAILED_FIX",
  "EXTREME",
  "REGRESSED",
  "SUSPECT",
  "FLAKE_REGRESSED",
  "NOVEL",
  "FIX_WAITING",
  "WAIVED",
  "INSUFFICIENT",
  "NO_DATA",
  "STALE",
  "INCOMPARABLE",
  "NEW_NO_BASELINE",
  "CLEAN",
  "IMPROVED",
] as const;
export const CellStateSchema = z.enum(CELL_STATES);
export type CellState = z.infer<typeof CellStateSchema>;

const RED: ReadonlySet<CellState> = new Set<CellState>(["FAILED_FIX", "EXTREME", "REGRESSED"]);
const AMBER: ReadonlySet<CellState> = new Set<CellState>(["SUSPECT", "FLAKE_REGRESSED", "NOVEL"]);

export function isRed(state: CellState): boolean {
  return RED.has(state);
}

export function isAmber(state: CellState): boolean {
  return AMBER.has(state);
}
