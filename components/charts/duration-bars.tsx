import { cn } from "@/components/ui/cn";
import { formatDuration } from "@/components/ui/format-age";
import type { Outcome } from "@/lib/domain/gates/gate-run";
import { ChartTable } from "./chart-table";
import { prepareDurations } from "./prepare-durations";

export interface DurationRun {
  id: string;
  /** What the bar is called: "run 6, 9 Jun 13:44". */
  label: string;
  seconds: number | null;
  outcome: Outcome;
}

const FILL: Readonly<Record<Outcome, string>> = {
  passed: "bg-ready-half",
  failed: "bg-blocked",
  error: "hatch-strong border border-blocked",
  inconclusive: "border border-unproven bg-bg",
};

function durationOf(run: DurationRun): string {
  return run.seconds === null ? "not known" : formatDuration(run.seconds);
}

/** How long each run took, oldest first; the fill says what it came to. */
export function DurationBars({ label, runs }: { label: string; runs: readonly DurationRun[] }) {
  const { longest, bars } = prepareDurations(runs.map((run) => run.seconds));
  const table = runs.map((run) => [run.label, run.outcome, durationOf(run)]);
  return (
    <ChartTable label={label} headers={["Run", "Outcome", "Duration"]} rows={table}>
      <div
        role="img"
        aria-label={`${label}: ${runs.length} runs, the longest took ${formatDuration(longest)}`}
        data-print-exact
        className="flex h-12 items-end gap-0.5 border-line2 border-b"
      >
        {runs.map((run, at) => {
          const share = bars[at]?.share ?? null;
          return (
            <span
              key={run.id}
              title={`${run.label}: ${run.outcome}, ${durationOf(run)}`}
              style={{ height: share === null ? "100%" : `max(3px, ${share * 100}%)` }}
              className={cn("min-w-1 max-w-4 flex-1 rounded-t-bar", share === null ? "hatch" : FILL[run.outcome])}
            />
          );
        })}
      </div>
      <div className="mt-1 flex justify-between text-ink3 text-small">
        <span>oldest to newest</span>
        <span>longest {formatDuration(longest)}</span>
      </div>
    </ChartTable>
  );
}

/** A duration inside a table's cell, against the longest of its column. */
export function DurationBar({ seconds, longest }: { seconds: number | null; longest: number }) {
  if (seconds === null) return <span title="The file does not say how long it took">–</span>;
  const share = longest === 0 ? 0 : seconds / longest;
  return (
    <span className="flex items-center justify-end gap-2">
      <span aria-hidden="true" className="h-1 w-16 overflow-hidden rounded-bar bg-band max-md:hidden">
        <span data-print-exact className="block h-full bg-base" style={{ width: `${share * 100}%` }} />
      </span>
      <span className="figures">{formatDuration(seconds)}</span>
    </span>
  );
}
