import type { BoardInput, SignalMeta } from "@/lib/domain/regressions/judged-cell";
import type { StoredSignalTest } from "@/lib/domain/regressions/stored-signal-test";
import { SIGNALS } from "@/lib/domain/signals/catalogue/catalogue";
import { mulberry32 } from "@/lib/domain/stats/random";
import { gateCellOf, signalTestOf } from "@/lib/testing/regression-cases";
import { boardInput } from "@/lib/testing/simulated-board";

export const CLUSTERS = 500;
export const GATES = 60;
export const SIGNALS_JUDGED = 40;

export const clusterName = (index: number) => `bench-${index}`;

/** Signals that a board judges: the catalogue's, and from there on copies under other names. */
export function judgedSignals(count: number): SignalMeta[] {
  const judged = SIGNALS.filter(({ direction, method }) => direction !== "info" && method !== "info");
  return Array.from({ length: count }, (_, index) => {
    const signal = judged[index % judged.length];
    if (signal === undefined) throw new Error("no signal is judged");
    return index < judged.length ? signal : { ...signal, id: `${signal.id}-${index}` };
  });
}

/** Two hundred runs with the baseline, two of which failed. */
const STABLE = { n: 200, fail: 2, firstTryFail: 2 };

/** Ten runs; each fails with the given rate. */
function results(random: () => number, rate: number): string {
  return Array.from({ length: 10 }, () => (random() < rate ? "f" : "p")).join("");
}

/** Two gates that fail three times as often on every fiftieth cluster, all else as chance has it. */
function rateOf(cluster: number, gate: number): number {
  return gate < 2 && cluster % 50 === 0 ? 0.45 : 0.01;
}

/** A board of the whole fleet: ten runs of every gate, a day of every signal, on every cluster. */
export function wholeBoard(of: {
  gates: readonly { id: string; title: string; area: BoardInput["gateCells"][number]["area"] }[];
  signals: readonly SignalMeta[];
  clusters?: number;
}): BoardInput {
  const random = mulberry32(20_261_122);
  const clusters = Array.from({ length: of.clusters ?? CLUSTERS }, (_, index) => index);
  const gateCells = clusters.flatMap((cluster) =>
    of.gates.map(({ id, title, area }, gate) => {
      const told = results(random, rateOf(cluster, gate));
      const cell = gateCellOf(told, STABLE, { cluster: clusterName(cluster), gateId: id, title, area });
      const number = cluster * of.gates.length + gate;
      const runs = cell.runs.map((run, index) => ({ ...run, id: runId(10 * number + index) }));
      return { ...cell, runs: told.includes("f") ? runs : [] };
    }),
  );
  const signalTests = clusters.flatMap((cluster) =>
    of.signals.map((signal) => quietTest(clusterName(cluster), signal.id, random)),
  );
  return boardInput(gateCells, { signalTests, signals: new Map(of.signals.map((signal) => [signal.id, signal])) });
}

/** Ids that a database takes for those of runs. */
function runId(number: number): string {
  return `00000000-0000-7000-8000-${number.toString(16).padStart(12, "0")}`;
}

function quietTest(cluster: string, signalId: string, random: () => number): StoredSignalTest {
  const estimate = { ratio: 1.02, low: 0.95, high: 1.09 };
  return signalTestOf({ cluster, signalId, estimate, p: 0.2 + 0.8 * random(), looksInRow: 0, upperRatio: 1.1 });
}
