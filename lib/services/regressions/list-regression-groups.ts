import { type BoardRow, findBoard } from "@/lib/db/boards";
import { listPooled } from "@/lib/db/cells";
import { countRegressions, listRegressions } from "@/lib/db/regressions";
import { queryableOf } from "@/lib/db/transaction";
import { summarizeBoard } from "@/lib/domain/regressions/board-summary";
import { CardSchema } from "@/lib/domain/regressions/card";
import { CELL_STATES } from "@/lib/domain/regressions/cell-state";
import { BoardDto, type RegressionDto, type RegressionGroupDto } from "@/lib/domain/regressions/dto";
import type { RegressionState } from "@/lib/domain/regressions/regression";
import { requirePermission, type ServiceContext } from "../context";
import { type RegressionFilter, resolveFilter } from "./list-regressions";
import { toRegressionDto } from "./regression-dto";
import { subjectTitles } from "./subject-titles";

export interface RegressionGroups {
  release: string;
  items: RegressionGroupDto[];
  counts: Record<RegressionState, number>;
  board: BoardDto;
}

/** The same as the list, by subject: one cause over many clusters is one row. Worst first, with the board's honesty. */
export async function listRegressionGroups(args: {
  ctx: ServiceContext;
  filter: RegressionFilter;
}): Promise<RegressionGroups> {
  const { ctx } = args;
  requirePermission(ctx, "read");
  const { rows: filter, release, baseline } = await resolveFilter(ctx, args.filter);
  const sql = queryableOf(ctx.db);
  const rows = await listRegressions(sql, filter, null, null);
  const titleOf = await subjectTitles(ctx.db);
  const pooled = new Map(
    (await listPooled(sql, filter.releaseId)).map((row) => [
      `${row.kind} ${row.subject}`,
      CardSchema.shape.pooled.parse(row.pooled),
    ]),
  );
  const items = rows.map((row) => toRegressionDto(row, titleOf));
  const groups = Map.groupBy(items, (item) => `${item.kind} ${item.subject}`);
  return {
    release,
    items: [...groups].flatMap(([key, members]) => groupOf(members, pooled.get(key) ?? null)),
    counts: await countRegressions(sql, filter),
    board: toBoardDto(await findBoard(sql, filter.releaseId), { release, baseline }),
  };
}

const isAlive = ({ state }: RegressionDto) => state === "open" || state === "acknowledged";

/** What is over says nothing of how bad the subject is now, unless all of it is. */
function groupOf(items: RegressionDto[], pooled: RegressionGroupDto["pooled"]): RegressionGroupDto[] {
  const telling = items.some(isAlive) ? items.filter(isAlive) : items;
  const [first] = telling;
  if (first === undefined) return [];
  const worst = CELL_STATES.find((state) => telling.some((item) => item.cellState === state)) ?? first.cellState;
  const { kind, subject, title, area } = first;
  return [
    {
      ...{ kind, subject, title, area, worst, pooled, items },
      severity: telling.some((item) => item.severity === "blocks") ? "blocks" : "risk",
      firstSeenAt: telling.map((item) => item.firstSeenAt).sort()[0] ?? first.firstSeenAt,
    },
  ];
}

const Summary = BoardDto.omit({ release: true, baseline: true, judgedAt: true });
export function toBoardDto(row: BoardRow | null, of: { release: string; baseline: string | null }): BoardDto {
  if (row === null) return { ...summarizeBoard([], []), ...of, judgedAt: null };
  return {
    ...Summary.parse(row.summary),
    release: of.release,
    baseline: row.baseline,
    judgedAt: row.judgedAt.toISOString(),
  };
}
