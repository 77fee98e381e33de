import { chooseBaseline, seenRuns } from "./gate-baseline";
import { type GateCell, RUN_INTEGRITY } from "./gate-cell";
import type { ComparedGate, GateFacts } from "./gate-facts";
import { countRuns, gateFigures } from "./gate-figures";
import { gateOnset } from "./gate-onset";
import type { Observation } from "./observation";
import { observe } from "./observe";
import { CLEAN_MARGIN, GATE_THRESHOLDS } from "./thresholds";

const HOUR_MS = 3_600_000;

/** Rounds that failed as a whole have no title of their own. */
export const INTEGRITY_GATE: ComparedGate = {
  id: RUN_INTEGRITY,
  title: "Runs as a whole",
  area: "install",
  required: true,
  maxAgeHours: 24 * 365,
};

function neverFailOf(observations: readonly Observation[]): GateCell["neverFail"] {
  const found = observations.filter(({ neverFail }) => neverFail !== null);
  const newest = found.at(-1);
  if (newest === undefined) return null;
  return { what: newest.neverFail ?? "", runId: newest.runId, at: newest.at.toISOString(), runs: found.length };
}

interface Sides {
  candidate: readonly Observation[];
  stable: readonly Observation[];
  baseline: GateCell["baseline"];
}

function cellOf(facts: GateFacts, gate: ComparedGate, { candidate, stable, baseline }: Sides): GateCell {
  const runs = seenRuns(candidate);
  const margin = CLEAN_MARGIN[facts.tier];
  const figures = gateFigures(runs, baseline.kind === "none" ? null : baseline, margin);
  const newest = figures.observed === 0 ? undefined : runs.findLast(({ result }) => result !== "excluded");
  const isSuspicious = figures.hard !== null && figures.hard.midP <= GATE_THRESHOLDS.alphaAmber;
  return {
    cluster: facts.cluster,
    tier: facts.tier,
    cohort: facts.cohort,
    gateId: gate.id,
    title: gate.title,
    area: gate.area,
    required: gate.required,
    ...figures,
    baseline,
    neverFail: neverFailOf(candidate),
    runs: runs.every(({ result }) => result === "passed") ? [] : runs,
    margin,
    staleAt: newest === undefined ? null : new Date(Date.parse(newest.at) + gate.maxAgeHours * HOUR_MS).toISOString(),
    onset: isSuspicious ? gateOnset(seenRuns(stable), runs) : null,
    incomparable: [...facts.incomparable],
  };
}

/** Every round is judged at once: two that failed as a whole are red, whatever the look. */
function integrityCell(facts: GateFacts, candidate: readonly Observation[], stable: readonly Observation[]): GateCell {
  const own = countRuns(seenRuns(stable));
  const cell = cellOf(facts, INTEGRITY_GATE, { candidate, stable, baseline: chooseBaseline(own, []) });
  return { ...cell, candidate: countRuns(seenRuns(candidate)), staleAt: null };
}

/**
 * The comparison of every gate of one cluster that has a run on either side or is required, and of `run-integrity`
 * where there are runs with the candidate.
 */
export function gateCells(facts: GateFacts): readonly GateCell[] {
  const ids = facts.gates.map(({ id }) => id);
  const seen = observe(facts.candidate, ids);
  const before = observe(facts.baseline, ids);
  const cells = facts.gates.flatMap((gate) => {
    const candidate = seen.observations.get(gate.id) ?? [];
    const stable = before.observations.get(gate.id) ?? [];
    if (candidate.length + stable.length === 0 && !gate.required) return [];
    const cohort = facts.cohortBaseline.flatMap(({ counts }) => counts.get(gate.id) ?? []);
    const baseline = chooseBaseline(countRuns(seenRuns(stable)), cohort);
    return [cellOf(facts, gate, { candidate, stable, baseline })];
  });
  return seen.integrity.length === 0 ? cells : [...cells, integrityCell(facts, seen.integrity, before.integrity)];
}

/**
 * The same cell without what ran before `since`: a fix that was claimed or proven is judged by what came after it. What
 * was set aside stays in the list of runs as excluded.
 */
export function setAsideBefore(cell: GateCell, since: Date): GateCell {
  if (cell.runs.length === 0) return cell;
  const runs = cell.runs.map((run) =>
    Date.parse(run.at) < since.getTime() ? { ...run, result: "excluded" as const } : run,
  );
  const figures = gateFigures(runs, cell.baseline.kind === "none" ? null : cell.baseline, cell.margin);
  // Rounds are all counted, whatever the look.
  const candidate = cell.gateId === RUN_INTEGRITY ? countRuns(runs) : figures.candidate;
  const isOver = cell.neverFail !== null && Date.parse(cell.neverFail.at) < since.getTime();
  return { ...cell, ...figures, candidate, runs, neverFail: isOver ? null : cell.neverFail, onset: null };
}
