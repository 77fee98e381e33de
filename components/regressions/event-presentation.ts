import type { Presentation } from "@/components/status/status-presentation";
import { type CellState, isRed } from "@/lib/domain/regressions/cell-state";

const PLAIN: Presentation = { shape: "small-ring", word: "noted", token: "ink3" };

const OF_PEOPLE: Readonly<Record<string, Presentation>> = {
  acknowledged: { shape: "small-ring", word: "acknowledged", token: "ink3" },
  dismissed: { shape: "bar-square", word: "dismissed", token: "held" },
  waived: { shape: "bar-square", word: "waived", token: "held" },
  "fix-claimed": { shape: "arc", word: "fix claimed", token: "running" },
  "failed-fix": { shape: "octagon-cross", word: "failed fix", token: "blocked" },
  resolved: { shape: "check-ring", word: "resolved", token: "ready" },
};

const WORSE: ReadonlySet<string> = new Set(["opened", "reopened", "worsened"]);

/** The mark of an event in the life of a regression; a kind that is not known is a plain one. */
export function eventPresentation(kind: string, cellState: CellState): Presentation {
  if (!WORSE.has(kind)) return (Object.hasOwn(OF_PEOPLE, kind) ? OF_PEOPLE[kind] : undefined) ?? PLAIN;
  return isRed(cellState)
    ? { shape: "octagon-cross", word: kind, token: "blocked" }
    : { shape: "triangle", word: kind, token: "review" };
}
