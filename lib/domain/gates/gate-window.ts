import { HOUR_MS } from "../readiness/words";
import type { Gate } from "./gate";
import type { GateHistory, GateRunFact } from "./gate-history";

/** A run may claim to be this far ahead of us: the clocks of test machines drift. */
const CLOCK_SKEW_MS = 5 * 60_000;

/** The runs of a gate sorted into what they are worth at one instant, each list newest first. */
export interface GateWindow {
  /** Claim to have run later than now; not counted. */
  future: readonly GateRunFact[];
  /** All others. */
  past: readonly GateRunFact[];
  /** Young enough to prove something. */
  fresh: readonly GateRunFact[];
  /** Fresh, and passed or failed. */
  conclusive: readonly GateRunFact[];
  /** The newest `minRuns` of the conclusive: what is judged. */
  judged: readonly GateRunFact[];
  passed: number;
  failed: number;
}

function maxAgeMs(gate: Pick<Gate, "maxAgeHours">): number {
  return Math.round(gate.maxAgeHours * HOUR_MS);
}

/** The instant from which a run is stale. */
export function staleFrom(gate: Pick<Gate, "maxAgeHours">, run: GateRunFact): Date {
  return new Date(run.ranAt.getTime() + maxAgeMs(gate));
}

function newestFirst(a: GateRunFact, b: GateRunFact): number {
  return b.ranAt.getTime() - a.ranAt.getTime() || (a.id < b.id ? 1 : -1);
}

/** Which runs count, and how. Runs at the same instant are ordered by id, so that the order of loading is no input. */
export function gateWindow(gate: Pick<Gate, "minRuns" | "maxAgeHours">, history: GateHistory, now: Date): GateWindow {
  const runs = [...history.runs].sort(newestFirst);
  const isFuture = (run: GateRunFact) => run.ranAt.getTime() > now.getTime() + CLOCK_SKEW_MS;
  const past = runs.filter((run) => !isFuture(run));
  const fresh = past.filter((run) => now.getTime() < staleFrom(gate, run).getTime());
  const conclusive = fresh.filter((run) => run.outcome === "passed" || run.outcome === "failed");
  const judged = conclusive.slice(0, gate.minRuns);
  const failed = judged.filter((run) => run.outcome === "failed").length;
  return {
    future: runs.filter(isFuture),
    past,
    fresh,
    conclusive,
    judged,
    passed: judged.length - failed,
    failed,
  };
}

/**
 * The runs whose ageing can change what is said. Until the judged runs age, older ones matter only to a case that
 * failed, passed and failed again.
 */
function ageingRuns({ future, fresh, conclusive, judged }: GateWindow): readonly GateRunFact[] {
  if (conclusive.length === 0) return [...future, ...fresh];
  const canFlip = conclusive.some((run) => run.notPassed.length > 0);
  return [...future, ...fresh.slice(0, 1), ...(canFlip ? conclusive : judged)];
}

/** The instants after now at which the window may say something else, soonest first. */
export function ageingInstants(gate: Pick<Gate, "maxAgeHours">, window: GateWindow, now: Date): Date[] {
  return ageingRuns(window)
    .flatMap((run) => [run.ranAt.getTime() - CLOCK_SKEW_MS, staleFrom(gate, run).getTime()])
    .filter((instant) => instant > now.getTime())
    .sort((a, b) => a - b)
    .map((instant) => new Date(instant));
}
