"use client";

import { Chip } from "@/components/ui/chip";
import { AREAS, type Area } from "@/lib/domain/readiness/area";

interface AreaChipsProps {
  chosen: readonly Area[];
  counts: Record<Area, number>;
  onChange: (chosen: Area[]) => void;
}

/** How many gates each area has, and the filter by it. */
export function AreaChips({ chosen, counts, onChange }: AreaChipsProps) {
  const total = AREAS.reduce((sum, area) => sum + counts[area], 0);
  const toggle = (area: Area) =>
    onChange(chosen.includes(area) ? chosen.filter((other) => other !== area) : [...chosen, area]);
  return (
    <fieldset className="flex flex-wrap gap-2">
      <legend className="sr-only">Area</legend>
      <Chip pressed={chosen.length === 0} count={total} onClick={() => onChange([])}>
        All
      </Chip>
      {AREAS.map((area) => (
        <Chip key={area} pressed={chosen.includes(area)} count={counts[area]} onClick={() => toggle(area)}>
          {area}
        </Chip>
      ))}
    </fieldset>
  );
}
