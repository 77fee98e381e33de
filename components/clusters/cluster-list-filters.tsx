"use client";

import { VerdictChips } from "@/components/readiness/verdict-chips";
import { Button } from "@/components/ui/button";
import { FilterMenu } from "@/components/ui/filter-menu";
import { InputWithEnd } from "@/components/ui/input";
import { Kbd } from "@/components/ui/kbd";
import { TIERS } from "@/lib/domain/clusters/cluster";
import { countVerdicts } from "@/lib/domain/readiness/summary-sentence";
import { type ClusterListFilters, type ClusterRow, countBy, filterClusterRows } from "./cluster-rows";

interface ClusterListFiltersProps {
  rows: readonly ClusterRow[];
  filters: ClusterListFilters;
  onChange: (next: Partial<ClusterListFilters>) => void;
  onClear: () => void;
}

/** What of the list is in view; every choice is in the address. */
export function ClusterListFilterBar({ rows, filters, onChange, onClear }: ClusterListFiltersProps) {
  const { q, tier, provider, verdict } = filters;
  const besides = filterClusterRows(rows, { ...filters, verdict: [] });
  const counts = countVerdicts(besides.flatMap(({ readiness }) => readiness?.verdict ?? []));
  const tiers = countBy(rows, ({ cluster }) => cluster.tier);
  const providers = countBy(rows, ({ cluster }) => cluster.provider);
  return (
    <div className="mt-4 mb-2 flex flex-wrap items-center gap-2 print:hidden">
      <InputWithEnd
        type="search"
        data-page-filter
        aria-label="Filter clusters"
        placeholder="Filter clusters"
        value={q}
        onChange={(event) => onChange({ q: event.currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key !== "Escape") return;
          // A search field would empty itself: leaving it keeps what was typed.
          event.preventDefault();
          event.currentTarget.blur();
        }}
        end={<Kbd className="max-sm:hidden">/</Kbd>}
        className="w-52 max-sm:flex-1"
      />
      <VerdictChips chosen={verdict} counts={counts} onChange={(next) => onChange({ verdict: next })} />
      <FilterMenu
        label="Tier"
        values={tier}
        options={TIERS.map((value) => ({
          value,
          label: value,
          detail: tiers.find((one) => one.value === value)?.detail ?? 0,
        }))}
        onValuesChange={(next) => onChange({ tier: next })}
      />
      {providers.length === 0 ? null : (
        <FilterMenu
          label="Provider"
          values={provider}
          options={providers}
          onValuesChange={(next) => onChange({ provider: next })}
        />
      )}
      {q.trim() === "" && tier.length + provider.length + verdict.length === 0 ? null : (
        <Button variant="quiet" onClick={onClear}>
          Clear
        </Button>
      )}
    </div>
  );
}
