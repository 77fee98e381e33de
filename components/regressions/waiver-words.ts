import { formatCount } from "@/components/ui/format-count";
import type { WaivedLevel } from "@/lib/domain/regressions/waiver";

/** "3 of 10 runs", "×13.5 of the baseline"; null where no level was noted for the cluster. */
export function levelWords(level: WaivedLevel | undefined): string | null {
  if (level === undefined) return null;
  if (level.ratio !== null) return `×${Number(level.ratio.toPrecision(3))} of the baseline`;
  if (level.x === null || level.n === null) return null;
  return `${formatCount(level.x)} of ${formatCount(level.n)} runs`;
}
