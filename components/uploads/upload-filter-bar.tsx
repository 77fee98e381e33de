"use client";

import { ClusterMenu } from "@/components/clusters/cluster-menu";
import { StatusMark } from "@/components/status/status-mark";
import { Button } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import { FilterMenu } from "@/components/ui/filter-menu";
import { UPLOAD_KINDS, type UploadKind, type UploadState } from "@/lib/domain/uploads/upload";
import { countAll, KIND_WORDS, type StateCounts, UPLOAD_PRESENTATION } from "./upload-words";

export interface UploadFilters {
  state: UploadState | null;
  kind: UploadKind | null;
  cluster: string | null;
}

const WORST_FIRST = ["refused", "partial", "accepted"] as const;

interface UploadFilterBarProps {
  filters: UploadFilters;
  counts: StateCounts;
  onChange: (next: Partial<UploadFilters>) => void;
}

/** What of the uploads is in view. Every choice is in the address. */
export function UploadFilterBar({ filters, counts, onChange }: UploadFilterBarProps) {
  const { state, kind, cluster } = filters;
  const isFiltered = state !== null || kind !== null || cluster !== null;
  return (
    <div className="mt-4 mb-2 flex flex-wrap items-center gap-2 print:hidden">
      <fieldset className="flex flex-wrap gap-2">
        <legend className="sr-only">State</legend>
        <Chip
          data-page-filter
          pressed={state === null}
          count={countAll(counts)}
          onClick={() => onChange({ state: null })}
        >
          All
        </Chip>
        {WORST_FIRST.map((one) => (
          <Chip
            key={one}
            pressed={state === one}
            count={counts[one] ?? 0}
            mark={<StatusMark presentation={UPLOAD_PRESENTATION[one]} decorative />}
            onClick={() => onChange({ state: state === one ? null : one })}
          >
            {UPLOAD_PRESENTATION[one].word}
          </Chip>
        ))}
      </fieldset>
      <FilterMenu<UploadKind>
        label="Kind"
        values={kind === null ? [] : [kind]}
        options={UPLOAD_KINDS.map((value) => ({ value, label: KIND_WORDS[value] }))}
        onValuesChange={(values) => onChange({ kind: values.at(-1) ?? null })}
      />
      <ClusterMenu cluster={cluster} onChange={(next) => onChange({ cluster: next })} />
      {isFiltered ? (
        <Button variant="quiet" onClick={() => onChange({ state: null, kind: null, cluster: null })}>
          Clear
        </Button>
      ) : null}
    </div>
  );
}
