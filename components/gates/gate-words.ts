import { TIERS, type Tier } from "@/lib/domain/clusters/cluster";
import type { Mesh } from "@/lib/domain/clusters/feature";
import { GATE_CATALOGUE } from "@/lib/domain/gates/catalogue/catalogue";
import type { Gate } from "@/lib/domain/gates/gate";
import type { GateActivityDto } from "@/lib/domain/gates/gate-activity";
import { countWords, HOUR_MS, listWords, numberWords, spanWords } from "@/lib/domain/readiness/words";

const MESH_WORDS: Readonly<Record<Mesh, string>> = {
  "istio-sidecar": "Istio with sidecars",
  "istio-ambient": "Istio in ambient mode",
};

/** `gating, canary`, `every tier`. */
export function tierWords(tiers: readonly Tier[]): string {
  if (tiers.length === TIERS.length) return "every tier";
  return tiers.length === 0 ? "no tier" : tiers.join(", ");
}

export function ageWords({ maxAgeHours }: Pick<Gate, "maxAgeHours">): string {
  return spanWords(maxAgeHours * HOUR_MS);
}

function percentWords(ratio: number): string {
  return `${Math.round(ratio * 1000) / 10} %`;
}

/** What must have passed, for a column: `all`, `95 %`. */
export function rateWords({ passRate }: Pick<Gate, "passRate">): string {
  return passRate === 1 ? "all" : percentWords(passRate);
}

/** The rule in one line, where there is no room for its columns: `gating, canary: 3 runs within 7 d, all passed`. */
export function briefRule(gate: Gate): string {
  return `${tierWords(gate.requiredFor)}: ${countWords(gate.minRuns, "run")} within ${ageWords(gate)}, ${rateWords(gate)} passed`;
}

/** The gate's rule in sentences, as docs/decisions/004-gate-window.md has it. */
export function ruleWords(gate: Gate): string {
  const { requiredFor, minRuns, passRate, mesh } = gate;
  const whom =
    requiredFor.length === 0
      ? "No tier requires it; a failure is a risk."
      : `Required of ${requiredFor.length === TIERS.length ? "all" : listWords(requiredFor, TIERS.length)} clusters${mesh === null ? "" : ` that run ${MESH_WORDS[mesh]}, or have not said what they run`}.`;
  const window = `younger than ${ageWords(gate)}`;
  if (minRuns === 1) return `${whom} The newest run ${window} that passed or failed is judged; it must have passed.`;
  const share = passRate === 1 ? "all of them" : `at least ${percentWords(passRate)} of them`;
  return `${whom} The newest ${numberWords(minRuns)} runs ${window} that passed or failed are judged; ${share} must have passed.`;
}

/** Where the definition comes from: null is the catalogue as it is. */
export function originWord(gate: Gate): "custom" | "redefined" | null {
  if (gate.origin === "catalogue") return null;
  return GATE_CATALOGUE.some(({ id }) => id === gate.id) ? "redefined" : "custom";
}

/** Whether the newest run of a gate failed, or never reached its subject. */
export function didNotPass(activity: GateActivityDto | undefined): boolean {
  return activity?.last.outcome === "failed" || activity?.last.outcome === "error";
}

/** The answer to "what must a cluster pass, and how far is it?", to be read aloud. */
export function catalogueSentence(
  gates: readonly Gate[],
  release: string | null,
  activity: readonly GateActivityDto[],
): string {
  const all = countWords(gates.length, "gate");
  if (gates.length === 0) return "No gate is defined.";
  if (release === null) return `${all}; no release is known yet to run them with.`;
  const known = activity.filter(({ gate }) => gates.some(({ id }) => id === gate));
  if (known.length === 0) return `None of ${all} has run with ${release} yet.`;
  const failing = known.filter(didNotPass).length;
  const rest = gates.length - known.length;
  const unrun = rest === 0 ? "" : `; ${numberWords(rest)} ${rest === 1 ? "has" : "have"} not run`;
  if (failing === 0)
    return `${numberWords(known.length)} of ${all} ran with ${release}, and no last run failed${unrun}.`;
  return `${numberWords(failing)} of ${all} failed in their last run with ${release}${unrun}.`;
}

/** The answer to "does it pass?", to be read aloud. */
export function gateSentence(gate: Gate, release: string | null, activity: GateActivityDto | undefined): string {
  if (release === null) return `${gate.title} has no run: no release is known yet.`;
  if (activity === undefined) return `${gate.title} has not run with ${release}.`;
  const { runs, outcomes, clusters } = activity;
  const passed = outcomes.passed === runs ? (runs === 1 ? "The only run" : `All ${numberWords(runs)} runs`) : null;
  const where = countWords(clusters, "cluster");
  if (passed !== null) return `${gate.title}: ${passed.toLowerCase()} with ${release} passed, on ${where}.`;
  return `${gate.title}: ${numberWords(outcomes.passed)} of ${countWords(runs, "run")} with ${release} passed, on ${where}.`;
}
