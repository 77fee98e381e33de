import { cn } from "@/components/ui/cn";
import type { SignalSeriesDto } from "@/lib/domain/signals/dto";
import type { SignalChartData } from "./prepare-signal-chart";

/** A piece of a line as it is drawn, for a key. */
export function LineSample({ of, className }: { of: "candidate" | "baseline"; className?: string }) {
  return (
    <svg aria-hidden="true" width="22" height="8" className={cn("shrink-0", className)} focusable="false">
      {of === "candidate" ? (
        <line x1="0" x2="22" y1="4" y2="4" stroke="var(--cand)" strokeWidth="2" />
      ) : (
        <line x1="0" x2="22" y1="4" y2="4" stroke="var(--base)" strokeWidth="1.5" strokeDasharray="5 4" />
      )}
    </svg>
  );
}

/** Which line is which, and what does not fit on the axis. */
export function SignalKey({ series, data }: { series: SignalSeriesDto; data: SignalChartData }) {
  if (data.rows.length === 0) return null;
  return (
    <figcaption className="mt-1 flex flex-wrap items-center gap-x-4 gap-y-0.5 pl-11 text-ink2 text-small max-sm:pl-0">
      <span className="inline-flex items-center gap-1.5">
        <LineSample of="candidate" />
        candidate {series.release}
        {data.candidateHours === 0 ? ": no hour yet" : ""}
      </span>
      <span className="inline-flex items-center gap-1.5">
        <LineSample of="baseline" />
        baseline {series.baselineRelease ?? "none"}
      </span>
      <span className="inline-flex items-center gap-1.5">
        <span data-print-exact className="h-2 w-5.5 rounded-bar bg-band" />
        95 % of the same hours
      </span>
      {data.beyond.map((limit) => (
        <span key={limit}>{limit}: above the chart</span>
      ))}
    </figcaption>
  );
}
