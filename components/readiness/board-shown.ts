import type { Area } from "@/lib/domain/readiness/area";
import type { ReadinessDto } from "@/lib/domain/readiness/dto";
import type { BoardGroup } from "./group-board";

/** What of the board is shown, for each of its forms. */
export interface BoardShown {
  groups: readonly BoardGroup[];
  /** The areas that have a column. */
  areas: readonly Area[];
  /** The areas that were chosen; none: the verdicts in view are those of whole clusters. */
  chosenAreas: readonly Area[];
  board: ReadinessDto;
  /** The candidate in the address; undefined is the default one. */
  release: string | undefined;
}
