import { formatShare } from "@/components/ui/format-count";
import { prepareInterval } from "./calibration-words";

/** A share between 0 and 1 with its interval: the band is the interval, the tick the share; the words say both. */
export function IntervalBar({ share }: { share: { value: number; low: number; high: number } }) {
  const { at, from, width } = prepareInterval(share);
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-0.5">
      <svg viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true" className="h-3 w-28 shrink-0">
        <rect x="0" y="3" width="100" height="6" fill="var(--surface)" stroke="var(--line)" strokeWidth="0.5" />
        <rect x={from} y="3" width={width} height="6" fill="var(--line2)" />
        <rect x={Math.max(0, Math.min(99, at - 0.5))} y="0" width="1.4" height="12" fill="var(--ink)" />
      </svg>
      <span className="figures whitespace-nowrap">
        <span className="font-semibold">{formatShare(share.value)}</span>{" "}
        <span className="text-ink2">
          {formatShare(share.low)} to {formatShare(share.high)}
        </span>
      </span>
    </span>
  );
}
