import { type CellState, isAmber, isRed } from "@/lib/domain/regressions/cell-state";
import type { RegressionState } from "@/lib/domain/regressions/regression";
import type { WaiverDto } from "@/lib/domain/regressions/waiver";
import { presentCell, REGRESSION_STATE_PRESENTATION, WAIVER_STATE_PRESENTATION } from "./cell-presentation";
import { type MarkProps, StatusMark, StatusWord } from "./status-mark";

interface CellProps {
  state: CellState;
  /** In a grid, where what is clean or improved is a thin ring. */
  quiet?: boolean;
}

type WordProps = { strong?: boolean } & Omit<MarkProps, "decorative">;

/** The shape of what the rules say of a cell; its word is the accessible name unless `decorative`. */
export function CellStateMark({ state, quiet = false, ...mark }: CellProps & MarkProps) {
  return <StatusMark presentation={presentCell(state, { quiet })} {...mark} />;
}

/** Shape and word. Only red and amber are in full ink. */
export function CellStateWord({ state, quiet = false, strong, ...word }: CellProps & WordProps) {
  return (
    <StatusWord
      presentation={presentCell(state, { quiet })}
      strong={strong ?? (isRed(state) || isAmber(state))}
      {...word}
    />
  );
}

/** Who looks after a regression, or how it ended. */
export function RegressionStateMark({ state, ...mark }: { state: RegressionState } & MarkProps) {
  return <StatusMark presentation={REGRESSION_STATE_PRESENTATION[state]} {...mark} />;
}

export function RegressionStateWord({ state, ...word }: { state: RegressionState } & WordProps) {
  return <StatusWord presentation={REGRESSION_STATE_PRESENTATION[state]} {...word} />;
}

/** Whether a waiver holds. */
export function WaiverStateWord({ state, ...word }: { state: WaiverDto["state"] } & WordProps) {
  return <StatusWord presentation={WAIVER_STATE_PRESENTATION[state]} {...word} />;
}
