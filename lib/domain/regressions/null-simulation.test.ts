import { describe, expect, it } from "vitest";
import { gateName, type Scenario, simulateBoard } from "@/lib/testing/simulated-board";
import { isRed } from "./cell-state";
import { RUN_INTEGRITY } from "./gate-cell";
import type { Board } from "./judged-cell";

const between = (low: number, high: number) => (random: () => number) => low + random() * (high - low);

/** 40 clusters, 60 gates, 5 to 30 runs with the candidate: the board of research/regressions.md §3.1.5. */
const NOTHING: Scenario = {
  clusters: 40,
  gates: 60,
  baselineRuns: 200,
  candidateRuns: (random) => 5 + Math.floor(random() * 26),
  // Most gates hardly ever fail, some often.
  baseRate: (random) => 0.1 * random() ** 3,
  added: () => 0,
};

const reds = ({ cells }: Board) => cells.filter(({ state, subject }) => isRed(state) && subject !== RUN_INTEGRITY);
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

function redsPerBoard(scenario: Scenario, boards: number, seed: number): number {
  return mean(Array.from({ length: boards }, (_, board) => reds(simulateBoard(scenario, seed + board)).length));
}

/** Boards take a second each where the machine is busy. */
const BUSY = { timeout: 120_000 };

describe("a board on which nothing regressed", BUSY, () => {
  it("has at most one false red on average", () => {
    expect(redsPerBoard(NOTHING, 12, 100)).toBeLessThanOrEqual(1);
  });

  it("has none where gates fail often, or the fleet is small", () => {
    const often = { ...NOTHING, clusters: 20, baseRate: between(0.05, 0.15) };
    expect(redsPerBoard(often, 6, 200)).toBeLessThanOrEqual(1);
    expect(redsPerBoard({ ...NOTHING, clusters: 8, gates: 40, baselineRuns: 60 }, 10, 300)).toBeLessThanOrEqual(1);
  });

  it("is as calm when an incident hits 8 clusters for 2 runs, and says that it did", () => {
    const incident = (cluster: number, run: number) => cluster < 8 && run < 2;
    const boards = Array.from({ length: 6 }, (_, board) => simulateBoard({ ...NOTHING, incident }, 400 + board));
    expect(mean(boards.map((board) => reds(board).length))).toBeLessThanOrEqual(1);
    for (const { cells } of boards) {
      expect(cells.filter(({ subject, state }) => subject === RUN_INTEGRITY && isRed(state))).toHaveLength(8);
    }
  });
});

describe("a board on which something regressed", BUSY, () => {
  const isWide = (cluster: number, gate: number) => gate < 2 && cluster % 4 === 0;
  const isSingle = (cluster: number, gate: number) => gate >= 57 && cluster === gate - 50;
  const scenario: Scenario = {
    ...NOTHING,
    added: (cluster, gate) => (isWide(cluster, gate) ? 0.15 : isSingle(cluster, gate) ? 0.6 : 0),
  };
  const truth = new Set(
    Array.from({ length: 40 }, (_, cluster) =>
      Array.from({ length: 60 }, (_cell, gate) => ({ cluster, gate })).filter(
        ({ gate }) => isWide(cluster, gate) || isSingle(cluster, gate),
      ),
    )
      .flat()
      .map(({ cluster, gate }) => `cluster-${cluster} ${gateName(gate)}`),
  );
  const boards = Array.from({ length: 8 }, (_, board) => simulateBoard(scenario, 500 + board));
  const isTrue = ({ cluster, subject }: { cluster: string; subject: string }) => truth.has(`${cluster} ${subject}`);

  it("finds more than half of 20 cells with 15 points more and 3 with 60, with few false reds", () => {
    const found = mean(boards.map((board) => reds(board).filter(isTrue).length / truth.size));
    const wrong = mean(boards.map((board) => reds(board).filter((cell) => !isTrue(cell)).length));
    expect({ truth: truth.size, found: found > 0.4, wrong: wrong <= 2 }).toEqual({
      truth: 23,
      found: true,
      wrong: true,
    });
  });

  it("finds both gates over all clusters together", () => {
    const isFound = ({ cells }: Board, gate: number) =>
      cells.some(({ subject, card }) => subject === gateName(gate) && (card.pooled?.q ?? 1) <= 0.05);
    expect(mean(boards.map((board) => Number(isFound(board, 0)) + Number(isFound(board, 1))))).toBeGreaterThan(1.4);
    const untouched = Array.from({ length: 55 }, (_, at) => at + 2);
    expect(mean(boards.map((board) => untouched.filter((gate) => isFound(board, gate)).length))).toBeLessThan(0.6);
  });
});
