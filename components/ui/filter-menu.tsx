"use client";

import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./cn";
import { Menu, MenuChecks, MenuContent, MenuGroup, MenuItem, MenuSeparator, MenuTrigger } from "./menu";

interface FilterMenuProps<Value extends string> {
  /** What is filtered: "Tier". */
  label: string;
  values: readonly Value[];
  options: readonly { value: Value; label: ReactNode; detail?: ReactNode }[];
  onValuesChange: (values: Value[]) => void;
}

/** A filter of several values behind one button; the button says what is chosen. */
export function FilterMenu<Value extends string>({ label, values, options, onValuesChange }: FilterMenuProps<Value>) {
  const chosen = options.filter((option) => values.includes(option.value));
  return (
    <Menu>
      <MenuTrigger
        className={cn(
          "touch inline-flex h-7 items-center gap-1.5 whitespace-nowrap rounded-control border border-line2 bg-bg px-3 text-body text-ink2 hover:bg-hover",
          chosen.length > 0 && "border-field bg-select text-ink",
        )}
      >
        {label}
        {chosen.length === 1 ? <span className="font-semibold text-ink">{chosen[0]?.label}</span> : null}
        {chosen.length > 1 ? <span className="font-semibold text-ink">{chosen.length}</span> : null}
        <ChevronDown size={13} aria-hidden="true" />
      </MenuTrigger>
      <MenuContent>
        <MenuGroup aria-label={label}>
          <MenuChecks values={values} options={options} onValuesChange={onValuesChange} />
        </MenuGroup>
        {chosen.length > 0 ? (
          <>
            <MenuSeparator />
            <MenuItem onClick={() => onValuesChange([])}>Any</MenuItem>
          </>
        ) : null}
      </MenuContent>
    </Menu>
  );
}
