import type { AuditEntryDto } from "@/lib/domain/audit/entry";
import { numberWords } from "@/lib/domain/readiness/words";
import { routes } from "@/lib/routes";
import { dataChanges } from "./data-changes";

/** `gate-run.recorded` → `gate run recorded`. */
export function actionWords(action: string): string {
  return action.replaceAll(/[.-]/g, " ");
}

/** The page of what was acted on; null where it has none. */
export function subjectHref({ subject }: AuditEntryDto): string | null {
  if (subject.kind === "cluster") return routes.cluster(subject.id);
  if (subject.kind === "gate") return routes.gate(subject.id);
  if (subject.kind === "gate-run") return routes.gateRun(subject.id);
  return null;
}

/** Ids of things without a name are long; their last digits tell neighbours apart. */
export function shortSubject({ subject }: AuditEntryDto): string {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-/.test(subject.id) ? `…${subject.id.slice(-6)}` : subject.id;
}

const TOLD = 3;
const LONGEST = 40;

function shortened(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

/** What an entry recorded, in half a line. */
export function changeWords(entry: AuditEntryDto): string {
  const { cluster, release, gate, outcome } = entry.data;
  if (entry.subject.kind === "gate-run" && typeof gate === "string") {
    return `${gate} ${String(outcome)} on ${String(cluster)} with ${String(release)}`;
  }
  const changes = dataChanges(entry.data);
  const told = changes.slice(0, TOLD).map(({ path, before, after }) => {
    if (before === undefined) return `${path} ${shortened(after ?? "–")}`;
    return after === undefined
      ? `${path} was ${shortened(before)}`
      : `${path} ${shortened(before)} → ${shortened(after)}`;
  });
  const more = changes.length - told.length;
  return `${told.join("; ")}${more > 0 ? `; ${numberWords(more)} more` : ""}`;
}

/** What is in the log, to be read aloud; the entries are numbered without gaps, so the newest says how many. */
export function auditSentence(newest: AuditEntryDto | undefined): string {
  if (newest === undefined) return "Nothing was recorded yet.";
  const { seq, actor } = newest;
  return `${numberWords(seq)} ${seq === 1 ? "entry" : "entries"} in the log; the last by ${actor.name}.`;
}
