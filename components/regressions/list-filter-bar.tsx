"use client";

import { useMemo } from "react";
import { FilterField } from "@/components/data-table/filter-field";
import { RegressionStateMark } from "@/components/status/cell-state";
import { Button } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import { FilterMenu } from "@/components/ui/filter-menu";
import { formatCount } from "@/components/ui/format-count";
import { AREAS } from "@/lib/domain/readiness/area";
import type { RegressionGroupDto } from "@/lib/domain/regressions/dto";
import { REGRESSION_KINDS, REGRESSION_STATES, type RegressionState } from "@/lib/domain/regressions/regression";
import { choicesOf } from "./filter-regressions";
import type { ListFilterState } from "./use-list-filters";

interface ListFilterBarProps {
  groups: readonly RegressionGroupDto[];
  counts: Record<RegressionState, number>;
  state: ListFilterState;
}

interface Counted {
  value: string;
  count: number;
}

/** All values that may be chosen, those of the address too, with how many regressions have each. */
function optionsOf<Value extends string>(values: readonly Value[], counted: readonly Counted[]) {
  const counts = new Map(counted.map(({ value, count }) => [value, count]));
  return values.map((value) => ({ value, label: value, detail: formatCount(counts.get(value) ?? 0) }));
}

/** What of the regressions is in view. Every choice is in the address. */
export function ListFilterBar({ groups, counts, state }: ListFilterBarProps) {
  const { filters, change, clear, isFiltered } = state;
  const known = useMemo(
    () => ({
      kind: choicesOf(groups, ({ kind }) => kind),
      area: choicesOf(groups, ({ area }) => area),
      cluster: choicesOf(groups, ({ cluster }) => cluster),
    }),
    [groups],
  );
  const clusters = [...new Set([...known.cluster.map(({ value }) => value), ...filters.cluster])];
  return (
    <div className="mt-4 mb-2 flex flex-wrap items-center gap-2 print:hidden">
      <FilterField label="Filter regressions" value={filters.q} onChange={(q) => change({ q })} />
      <StateChips chosen={filters.state} counts={counts} onChange={(chosen) => change({ state: chosen })} />
      <span className="contents sm:hidden">
        <FilterMenu
          label="State"
          values={filters.state}
          options={optionsOf(
            REGRESSION_STATES,
            REGRESSION_STATES.map((value) => ({ value, count: counts[value] })),
          )}
          onValuesChange={(chosen) => change({ state: chosen })}
        />
      </span>
      <FilterMenu
        label="Kind"
        values={filters.kind}
        options={optionsOf(
          REGRESSION_KINDS.filter(
            (kind) => filters.kind.includes(kind) || known.kind.some(({ value }) => value === kind),
          ),
          known.kind,
        )}
        onValuesChange={(kind) => change({ kind })}
      />
      <FilterMenu
        label="Area"
        values={filters.area}
        options={optionsOf(AREAS, known.area)}
        onValuesChange={(area) => change({ area })}
      />
      <FilterMenu
        label="Cluster"
        values={filters.cluster}
        options={optionsOf(clusters, known.cluster)}
        onValuesChange={(cluster) => change({ cluster })}
      />
      {filters.subject === null ? null : (
        <Chip pressed onClick={() => change({ subject: null })}>
          {filters.subject}
          <span className="sr-only">, show every subject</span>
        </Chip>
      )}
      {isFiltered ? (
        <Button variant="quiet" onClick={clear}>
          Clear
        </Button>
      ) : null}
    </div>
  );
}

interface StateChipsProps {
  chosen: readonly RegressionState[];
  counts: Record<RegressionState, number>;
  onChange: (chosen: RegressionState[]) => void;
}

/** None pressed but the first: those that nobody ended. */
function StateChips({ chosen, counts, onChange }: StateChipsProps) {
  const toggle = (state: RegressionState) =>
    onChange(chosen.includes(state) ? chosen.filter((other) => other !== state) : [...chosen, state]);
  return (
    <fieldset className="flex flex-wrap gap-2 max-sm:hidden">
      <legend className="sr-only">State</legend>
      <Chip pressed={chosen.length === 0} count={counts.open + counts.acknowledged} onClick={() => onChange([])}>
        Current
      </Chip>
      {REGRESSION_STATES.map((state) => (
        <Chip
          key={state}
          pressed={chosen.includes(state)}
          count={counts[state]}
          mark={<RegressionStateMark state={state} decorative />}
          onClick={() => toggle(state)}
        >
          {state}
        </Chip>
      ))}
    </fieldset>
  );
}
