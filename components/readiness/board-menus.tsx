"use client";

import { PREFERENCES } from "@/components/layout/preferences";
import { usePreference } from "@/components/layout/use-preference";
import { Button } from "@/components/ui/button";
import { Menu, MenuContent, MenuRadio, MenuTrigger } from "@/components/ui/menu";
import { GROUPINGS, type Grouping } from "./board-params";

const GROUPING_WORDS: Readonly<Record<Grouping, string>> = {
  tier: "tier",
  region: "tier, region",
  none: "nothing",
};

const GROUPING_OPTIONS = GROUPINGS.map((value) => ({ value, label: GROUPING_WORDS[value] }));
const DENSITY_OPTIONS = PREFERENCES.density.map((value) => ({ value, label: value }));

/** How the clusters are put together, in the address, and how high their rows are, kept in this browser. */
export function BoardMenus({ grouping, onGroup }: { grouping: Grouping; onGroup: (grouping: Grouping) => void }) {
  const [density, setDensity] = usePreference("density");
  return (
    <div className="ml-auto flex gap-2 max-sm:hidden">
      <Menu>
        <MenuTrigger render={<Button />}>
          <span>
            <span className="font-regular text-ink2">Group by</span> {GROUPING_WORDS[grouping]}
          </span>
        </MenuTrigger>
        <MenuContent align="end">
          <MenuRadio value={grouping} options={GROUPING_OPTIONS} onValueChange={onGroup} />
        </MenuContent>
      </Menu>
      <Menu>
        <MenuTrigger render={<Button />}>
          <span>
            <span className="font-regular text-ink2">Rows</span> {density}
          </span>
        </MenuTrigger>
        <MenuContent align="end">
          <MenuRadio value={density} options={DENSITY_OPTIONS} onValueChange={setDensity} />
        </MenuContent>
      </Menu>
    </div>
  );
}
