"use client";

import { DurationBars } from "@/components/charts/duration-bars";
import { formatCount } from "@/components/ui/format-count";
import { formatExact } from "@/components/ui/format-instant";
import type { GateRunDto } from "@/lib/domain/gates/gate-run";

/** Bars of more runs than this are too thin to tell apart. */
const BARS = 40;

/** How long the newest runs took, oldest first; nothing where fewer than two say so. */
export function RunDurations({ runs }: { runs: readonly GateRunDto[] }) {
  const shown = runs.slice(0, BARS).toReversed();
  if (shown.filter((run) => run.durationSeconds !== null).length < 2) return null;
  return (
    <div className="border-line border-b px-3.5 py-3">
      <p className="mb-1 text-ink2 text-small">How long the newest {formatCount(shown.length)} runs took</p>
      <DurationBars
        label="How long the newest runs took"
        runs={shown.map((run) => ({
          id: run.id,
          label: `${run.cluster}, ${formatExact(run.ranAt)}`,
          seconds: run.durationSeconds,
          outcome: run.outcome,
        }))}
      />
    </div>
  );
}
