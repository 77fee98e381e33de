"use client";

import { useMemo } from "react";
import { FilterMenu } from "@/components/ui/filter-menu";
import { TIERS } from "@/lib/domain/clusters/cluster";
import { AREAS } from "@/lib/domain/readiness/area";
import type { ReadinessItemDto } from "@/lib/domain/readiness/dto";
import { type BoardFilters, countValues } from "./filter-board";
import { ONE_MARK_ABOVE } from "./group-board";
import { kernelSeries } from "./kernel-series";

interface FilterMenusProps {
  items: readonly ReadinessItemDto[];
  filters: BoardFilters;
  onChange: (next: Partial<BoardFilters>) => void;
}

function useOptions(items: readonly ReadinessItemDto[]) {
  return useMemo(() => {
    const options = (valuesOf: (item: ReadinessItemDto) => readonly string[]) =>
      countValues(items, valuesOf).map(({ value, count }) => ({ value, label: value, detail: count }));
    return {
      tiers: TIERS.map((value) => ({
        value,
        label: value,
        detail: items.filter(({ tier }) => tier === value).length,
      })),
      areas: AREAS.map((value) => ({
        value,
        label: value,
        detail: `${items.filter((item) => item.areas[value].verdict !== "ready").length} not ready`,
      })),
      regions: options(({ region }) => (region === null ? [] : [region])),
      kernels: options(({ kernels }) => kernels.map(({ release }) => kernelSeries(release))),
    };
  }, [items]);
}

/** Filters of several values each; the counts are of the whole board. */
export function FilterMenus({ items, filters, onChange }: FilterMenusProps) {
  const { tiers, areas, regions, kernels } = useOptions(items);
  return (
    <>
      <FilterMenu label="Tier" values={filters.tier} options={tiers} onValuesChange={(tier) => onChange({ tier })} />
      <FilterMenu label="Area" values={filters.area} options={areas} onValuesChange={(area) => onChange({ area })} />
      <span className="contents max-sm:hidden">
        {items.length > ONE_MARK_ABOVE || filters.region.length > 0 ? (
          <FilterMenu
            label="Region"
            values={filters.region}
            options={regions}
            onValuesChange={(region) => onChange({ region })}
          />
        ) : null}
        {kernels.length > 0 || filters.kernel.length > 0 ? (
          <FilterMenu
            label="Kernel"
            values={filters.kernel}
            options={kernels}
            onValuesChange={(kernel) => onChange({ kernel })}
          />
        ) : null}
      </span>
    </>
  );
}
