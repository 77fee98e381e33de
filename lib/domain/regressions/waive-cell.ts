import type { Card } from "./card";
import { type CellState, isAmber, isRed } from "./cell-state";
import { groupBy } from "./group-by";
import type { BoardInput, ComparedKind, JudgedCell, PreviousCell } from "./judged-cell";
import { type CurrentLevel, inScope, waivedLevelFor, waiverStateOf, worseThan } from "./waiver-rule";

export interface WaivableCell {
  kind: ComparedKind;
  subject: string;
  cluster: string;
  unwaived: CellState;
  channel: Card["channel"];
  now: CurrentLevel;
}

/** The waivers of one board, looked up by cell. */
export interface CellWaivers {
  covering(cell: WaivableCell): JudgedCell["waiver"];
  isWorseThanDismissed(previous: PreviousCell | null, now: CurrentLevel): boolean;
  /** The earliest instant at which age or the end of the waiver may change the cell. */
  dueAt(waiver: JudgedCell["waiver"], staleAt: string | null): Date | null;
}

/** What must never happen and what is beyond a limit cannot be waived; what is quiet needs no waiver. */
export function canBeWaived({ unwaived, channel }: Pick<WaivableCell, "unwaived" | "channel">): boolean {
  if (channel === "never-fail" || (channel === "guardrail" && isRed(unwaived))) return false;
  return isRed(unwaived) || isAmber(unwaived);
}

function isWorseThanDismissed(previous: PreviousCell | null, now: CurrentLevel): boolean {
  const level = previous?.regression?.dismissedLevel ?? null;
  return level !== null && worseThan(level, now);
}

export function cellWaivers({ waivers, labels, now }: Pick<BoardInput, "waivers" | "labels" | "now">): CellWaivers {
  const active = groupBy(
    waivers.filter((waiver) => waiverStateOf(waiver, now) === "active"),
    ({ kind, subject }) => `${kind} ${subject}`,
  );
  return {
    covering: (cell) => {
      if (!canBeWaived(cell)) return null;
      const cluster = { name: cell.cluster, labels: labels.get(cell.cluster) ?? {} };
      const found = (active.get(`${cell.kind} ${cell.subject}`) ?? []).find((waiver) => {
        if (!inScope(waiver.scope, cluster)) return false;
        const level = waivedLevelFor(waiver, cell.cluster);
        return level !== null && !worseThan(level, cell.now);
      });
      return found === undefined ? null : { id: found.id, expiresAt: found.expiresAt };
    },
    isWorseThanDismissed,
    dueAt: (waiver, staleAt) => {
      const instants = [
        ...(waiver === null ? [] : [waiver.expiresAt.getTime()]),
        ...(staleAt === null ? [] : [Date.parse(staleAt)]),
      ].filter((at) => at > now.getTime());
      return instants.length === 0 ? null : new Date(Math.min(...instants));
    },
  };
}
