import { clusterEvidence, signalEvidence } from "../readiness/evidence-link";
import type { Reason } from "../readiness/reason";
import { compareReasons, compareText } from "../readiness/reason-order";
import { countWords, listWords } from "../readiness/words";
import { type CellFinding, reasonOfCell } from "./reason-of-cell";

const SIGNALS_SHOWN = 3;

/** One reason for all signals of a cluster that fell silent: what is not seen is not proven. */
function darkReason(cluster: string, findings: readonly CellFinding[]): Reason | null {
  const dark = findings
    .map(({ cell }) => cell)
    .filter((cell) => cell.dark)
    .sort((a, b) => compareText(a.title, b.title));
  const [first] = dark;
  if (first === undefined) return null;
  const names = dark.map(({ title }) => title);
  const areas = new Set(dark.map(({ area }) => area));
  const seen = dark.flatMap(({ card }) => (card.candidate.to === null ? [] : [card.candidate.to])).sort();
  const since = seen.at(-1);
  return {
    area: areas.size === 1 ? first.area : "telemetry",
    code: "signals-dark",
    severity: "missing",
    subject: "signals-dark",
    summary: `${countWords(dark.length, "signal")} fell silent: ${listWords(names, SIGNALS_SHOWN)}`,
    title: "Signals fell silent",
    detail: `${listWords(names, names.length)}. They came before, and nothing is known since.`,
    ...(since === undefined ? {} : { since }),
    evidence: [
      ...dark.slice(0, SIGNALS_SHOWN).map(({ subject }) => signalEvidence(subject, cluster)),
      clusterEvidence(cluster),
    ],
  };
}

/**
 * What the comparison with the baseline adds to the readiness of one cluster, worst first. Cells that only lack runs add
 * nothing: the gates' own rules ask for those.
 */
export function regressionReasons(cluster: string, findings: readonly CellFinding[]): Reason[] {
  const reasons = findings.flatMap((finding) => reasonOfCell(finding) ?? []);
  const dark = darkReason(cluster, findings);
  return [...reasons, ...(dark === null ? [] : [dark])].sort(compareReasons);
}
