import type { Database } from "@/lib/db/client";
import { INTEGRITY_GATE } from "@/lib/domain/regressions/gate-cells";
import type { RegressionKind } from "@/lib/domain/regressions/regression";
import { signalById } from "@/lib/domain/signals/catalogue/catalogue";
import { loadGates } from "../gates/list-gates";

export type TitleOf = (kind: RegressionKind, subject: string) => string;

/** What subjects are called; one that nobody defines any more is called by its id. */
export async function subjectTitles(db: Database): Promise<TitleOf> {
  const gates = new Map([...(await loadGates(db)), INTEGRITY_GATE].map((gate) => [gate.id, gate.title]));
  return (kind, subject) => (kind === "gate" ? gates.get(subject) : signalById(subject)?.title) ?? subject;
}
