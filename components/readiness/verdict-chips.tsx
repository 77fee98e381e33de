"use client";

import { VerdictMark } from "@/components/status/verdict";
import { Chip } from "@/components/ui/chip";
import type { VerdictCounts } from "@/lib/domain/readiness/summary-sentence";
import type { Verdict } from "@/lib/domain/readiness/verdict";

const WORST_FIRST = ["blocked", "unproven", "review", "ready"] as const;

interface VerdictChipsProps {
  chosen: readonly Verdict[];
  counts: VerdictCounts;
  onChange: (chosen: Verdict[]) => void;
}

/** How many clusters have each verdict, and the filter by it. */
export function VerdictChips({ chosen, counts, onChange }: VerdictChipsProps) {
  const total = counts.ready + counts.review + counts.unproven + counts.blocked;
  const toggle = (verdict: Verdict) =>
    onChange(chosen.includes(verdict) ? chosen.filter((other) => other !== verdict) : [...chosen, verdict]);
  return (
    <fieldset className="contents max-sm:hidden">
      <legend className="sr-only">Verdict</legend>
      <Chip className="px-2.5" pressed={chosen.length === 0} count={total} onClick={() => onChange([])}>
        All
      </Chip>
      {WORST_FIRST.map((verdict) => (
        <Chip
          className="px-2.5"
          key={verdict}
          pressed={chosen.includes(verdict)}
          count={counts[verdict]}
          mark={<VerdictMark verdict={verdict} decorative />}
          onClick={() => toggle(verdict)}
        >
          {verdict}
        </Chip>
      ))}
      <span aria-hidden="true" className="h-5 border-line2 border-l max-lg:hidden" />
    </fieldset>
  );
}
