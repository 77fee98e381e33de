import { listWords, numberWords } from "@/lib/domain/readiness/words";
import type { RegressionDto } from "@/lib/domain/regressions/dto";
import type { RegressionKind } from "@/lib/domain/regressions/regression";

const CLUSTERS_NAMED = 2;

export const KIND_WORDS: Readonly<Record<RegressionKind, string>> = {
  gate: "gate",
  signal: "signal",
  node: "node",
  cardinality: "cardinality",
};

/** "eu-prod-3", "eu-prod-1, eu-prod-3 and 18 more". */
export function clusterWords(items: readonly Pick<RegressionDto, "cluster">[], shown = CLUSTERS_NAMED): string {
  const names = [...new Set(items.map(({ cluster }) => cluster))];
  return listWords(names, shown, names.length);
}

export interface CareWords {
  words: string;
  /** Nobody looks after some of it. */
  isWanting: boolean;
}

/** Nobody looks after it, and nobody decided to live with it. */
export function isWanting({ state, waived }: Pick<RegressionDto, "state" | "waived">): boolean {
  return state === "open" && !waived;
}

/** Who looks after the regressions of a group: "nobody yet", "platform lead", "3 of 20 nobody's". */
export function careWords(items: readonly RegressionDto[]): CareWords {
  const open = items.filter(isWanting).length;
  if (open === items.length) return { words: "nobody yet", isWanting: true };
  if (open > 0) return { words: `nobody for ${numberWords(open)} of ${numberWords(items.length)}`, isWanting: true };
  const owners = [...new Set(items.flatMap(({ owner }) => owner ?? []))];
  const states = [...new Set(items.map(({ state, waived }) => (waived ? "waived" : state)))];
  if (states.length === 1 && states[0] !== "acknowledged") return { words: String(states[0]), isWanting: false };
  return { words: owners.length === 0 ? states.join(", ") : listWords(owners, 1), isWanting: false };
}
