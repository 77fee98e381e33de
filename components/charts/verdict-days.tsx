import { cn } from "@/components/ui/cn";
import { formatDay } from "@/components/ui/format-instant";
import { VERDICTS } from "@/lib/domain/readiness/verdict";
import { ChartTable } from "./chart-table";
import { MARK_HEIGHT } from "./prepare-cluster-strip";
import { labelledDays, type VerdictDay, verdictDaysSentence } from "./prepare-verdict-days";
import { VERDICT_FILL } from "./verdict-fill";

export interface VerdictDaysRow {
  label: string;
  /** The row that sums up the others: taller, in full ink. */
  strong?: boolean;
  days: readonly VerdictDay[];
}

function Strip({ label, strong = false, days }: VerdictDaysRow) {
  return (
    <span
      role="img"
      aria-label={`${label}: ${verdictDaysSentence(days)}`}
      data-print-exact
      className={cn("flex items-end gap-0.5", strong ? "h-4" : "h-3")}
    >
      {days.map(({ day, verdict }) => (
        <span
          key={day}
          title={`${formatDay(day)}: ${verdict ?? "no data"}`}
          style={{ height: verdict === null ? "50%" : `${MARK_HEIGHT[verdict] * 100}%` }}
          className={cn(
            "min-w-0 flex-1 rounded-bar",
            verdict === null ? "hatch border border-line2" : VERDICT_FILL[verdict],
          )}
        />
      ))}
    </span>
  );
}

function Axis({ days }: { days: readonly VerdictDay[] }) {
  const labels = labelledDays(days);
  const now = new Date(days.at(-1)?.day ?? 0);
  return (
    <span aria-hidden="true" className="flex justify-between gap-2 text-ink3 text-label">
      {labels.map((day) => (
        <span key={day} className="whitespace-nowrap">
          {formatDay(day, now)}
        </span>
      ))}
    </span>
  );
}

function Legend({ hasGaps }: { hasGaps: boolean }) {
  return (
    <ul className="flex flex-wrap gap-x-3 text-ink2 text-small">
      {VERDICTS.map((verdict) => (
        <li key={verdict} className="flex items-center gap-1.5">
          <span data-print-exact className={cn("size-2.5 rounded-bar", VERDICT_FILL[verdict])} />
          {verdict}
        </li>
      ))}
      {hasGaps ? (
        <li className="flex items-center gap-1.5">
          <span data-print-exact className="hatch size-2.5 rounded-bar border border-line2" />
          no data
        </li>
      ) : null}
    </ul>
  );
}

/** Verdicts day by day, one row for each area. All rows cover the same days. */
export function VerdictDays({
  label,
  rows,
  query,
}: {
  label: string;
  rows: readonly VerdictDaysRow[];
  query?: string;
}) {
  const days = rows[0]?.days ?? [];
  const table = days.map(({ day }, at) => [day, ...rows.map((row) => row.days[at]?.verdict ?? "no data")]);
  return (
    <ChartTable
      label={label}
      headers={["Day", ...rows.map((row) => row.label)]}
      rows={table}
      {...(query === undefined ? {} : { query })}
    >
      <div className="grid grid-cols-[auto_minmax(0,1fr)] items-center gap-x-4 gap-y-0.5">
        {rows.map((row) => (
          <div key={row.label} className="col-span-2 grid grid-cols-subgrid items-center">
            <span className={cn("text-small", row.strong ? "font-semibold text-ink" : "text-ink2")}>{row.label}</span>
            <Strip {...row} />
          </div>
        ))}
        <div className="col-start-2">
          <Axis days={days} />
        </div>
      </div>
      <div className="mt-1.5">
        <Legend hasGaps={rows.some((row) => row.days.some(({ verdict }) => verdict === null))} />
      </div>
    </ChartTable>
  );
}
