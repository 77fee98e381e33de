"use client";

import { CaseMark } from "@/components/status/result";
import type { CaseResult } from "@/components/status/status-presentation";
import { Chip } from "@/components/ui/chip";
import type { CaseCounts } from "@/lib/domain/gates/gate-run";
import { CASE_RESULTS } from "./gate-params";
import { allCases } from "./run-words";

interface CaseChipsProps {
  chosen: CaseResult | null;
  counts: CaseCounts;
  onChange: (chosen: CaseResult | null) => void;
}

/** How many cases came to what, and the filter by it. */
export function CaseChips({ chosen, counts, onChange }: CaseChipsProps) {
  return (
    <fieldset className="flex flex-wrap gap-2">
      <legend className="sr-only">Result</legend>
      <Chip pressed={chosen === null} count={allCases(counts)} onClick={() => onChange(null)}>
        All
      </Chip>
      {CASE_RESULTS.map((result) => (
        <Chip
          key={result}
          pressed={chosen === result}
          count={counts[result]}
          mark={<CaseMark result={result} decorative />}
          onClick={() => onChange(chosen === result ? null : result)}
        >
          {result}
        </Chip>
      ))}
    </fieldset>
  );
}
