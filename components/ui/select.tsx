"use client";

import { Select as Base } from "@base-ui/react/select";
import { Check, ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./cn";
import { menuItemClasses, overlayClasses } from "./overlay";

export interface SelectOption<Value extends string> {
  value: Value;
  label: ReactNode;
  /** A second, quieter line. */
  detail?: ReactNode;
}

interface SelectProps<Value extends string> {
  /** The accessible name. */
  label: string;
  value: Value;
  options: readonly SelectOption<Value>[];
  onValueChange: (value: Value) => void;
  /** Shows the chosen option; its label unless given. */
  children?: ReactNode;
  id?: string;
  className?: string;
}

/** One of several. For an act, or for several at once, see `menu.tsx`. */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const { label, value, options, onValueChange, children, id, className } = props;
  return (
    <Base.Root value={value} onValueChange={(next) => next !== null && onValueChange(next)}>
      <Base.Trigger
        {...(id === undefined ? {} : { id })}
        aria-label={label}
        className={cn(
          "touch inline-flex h-8 items-center justify-between gap-2 rounded-control border border-field bg-bg px-3 text-body hover:bg-hover",
          className,
        )}
      >
        {children ?? <span className="truncate">{options.find((option) => option.value === value)?.label}</span>}
        <Base.Icon className="text-ink3">
          <ChevronDown size={14} aria-hidden="true" />
        </Base.Icon>
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner sideOffset={4} align="start" alignItemWithTrigger={false} className="z-50">
          <Base.Popup className={cn(overlayClasses, "max-h-80 min-w-(--anchor-width) overflow-y-auto p-1")}>
            {options.map((option) => (
              <Base.Item key={option.value} value={option.value} className={cn(menuItemClasses, "pl-7")}>
                <Base.ItemIndicator className="absolute left-2">
                  <Check size={14} aria-hidden="true" />
                </Base.ItemIndicator>
                <Base.ItemText className="flex flex-col">{option.label}</Base.ItemText>
                {option.detail && <span className="ml-auto pl-3 text-ink3 text-small">{option.detail}</span>}
              </Base.Item>
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
