"use client";

import { OutcomeMark } from "@/components/status/result";
import { Chip } from "@/components/ui/chip";
import type { Outcome } from "@/lib/domain/gates/gate-run";

const WORST_FIRST = ["failed", "error", "inconclusive", "passed"] as const;

interface OutcomeChipsProps {
  chosen: Outcome | null;
  counts: Readonly<Record<Outcome, number>>;
  onChange: (chosen: Outcome | null) => void;
}

/** How many runs came to what, and the filter by it. */
export function OutcomeChips({ chosen, counts, onChange }: OutcomeChipsProps) {
  const total = WORST_FIRST.reduce((sum, outcome) => sum + counts[outcome], 0);
  return (
    <fieldset className="flex flex-wrap gap-2">
      <legend className="sr-only">Outcome</legend>
      <Chip pressed={chosen === null} count={total} onClick={() => onChange(null)}>
        All
      </Chip>
      {WORST_FIRST.map((outcome) => (
        <Chip
          key={outcome}
          pressed={chosen === outcome}
          count={counts[outcome]}
          mark={<OutcomeMark outcome={outcome} decorative />}
          onClick={() => onChange(chosen === outcome ? null : outcome)}
        >
          {outcome}
        </Chip>
      ))}
    </fieldset>
  );
}
