import { cn } from "@/components/ui/cn";
import type { ClusterSignalDto } from "@/lib/domain/signals/dto";
import { prepareSignalSpark, SPARK } from "./prepare-signal-spark";

interface SignalSparkProps extends Pick<ClusterSignalDto, "candidate" | "band"> {
  /** What it shows, in a sentence: its accessible name. */
  label: string;
  /** When the candidate came. */
  mark: string | null;
  className?: string;
}

/** Lines keep their width while the drawing is stretched. */
const LINE = { fill: "none", vectorEffect: "non-scaling-stroke", strokeLinejoin: "round" } as const;

/** The last two days of a signal, small: the candidate over what is usual at the same hours. */
export function SignalSpark({ candidate, band, label, mark, className }: SignalSparkProps) {
  const data = prepareSignalSpark({ candidate, band, mark });
  return (
    <span role="img" aria-label={label} className={cn("relative block h-15 border-line2 border-b", className)}>
      {data.gaps.map(({ left, width }) => (
        <span
          key={left}
          data-print-exact
          className="hatch absolute inset-y-0"
          style={{ left: `${left * 100}%`, width: `${width * 100}%` }}
        />
      ))}
      <svg
        aria-hidden="true"
        focusable="false"
        viewBox={`0 0 ${SPARK.width} ${SPARK.height}`}
        preserveAspectRatio="none"
        className="absolute inset-0 size-full overflow-visible"
      >
        {data.band.map((d) => (
          <path key={d} d={d} fill="var(--band)" />
        ))}
        {data.middle.map((d) => (
          <path key={d} d={d} stroke="var(--base)" strokeWidth="1.4" strokeDasharray="4 3" {...LINE} />
        ))}
        {data.mark === null ? null : (
          <path
            d={`M${data.mark * SPARK.width} 0V${SPARK.height}`}
            stroke="var(--ink2)"
            strokeWidth="1"
            strokeDasharray="2 3"
            {...LINE}
          />
        )}
        {data.candidate.map((d) => (
          <path key={d} d={d} stroke="var(--cand)" strokeWidth="2" {...LINE} />
        ))}
      </svg>
      {data.isEmpty ? (
        <span className="hatch absolute inset-0 flex items-center justify-center text-ink2 text-small">
          <span className="bg-bg px-1.5">no data</span>
        </span>
      ) : null}
    </span>
  );
}
