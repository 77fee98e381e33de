"use client";

import { Radio } from "@base-ui/react/radio";
import { RadioGroup } from "@base-ui/react/radio-group";
import type { ReactNode } from "react";
import { cn } from "./cn";

interface SegmentedProps<Value extends string> {
  /** The accessible name of the choice. */
  label: string;
  value: Value;
  options: readonly { value: Value; label: ReactNode }[];
  onValueChange: (value: Value) => void;
  className?: string;
}

/** One of a few, all in view. */
export function Segmented<Value extends string>(props: SegmentedProps<Value>) {
  const { label, value, options, onValueChange, className } = props;
  return (
    <RadioGroup aria-label={label} value={value} onValueChange={onValueChange} className={cn("inline-flex", className)}>
      {options.map((option) => (
        <Radio.Root
          key={option.value}
          value={option.value}
          render={<button type="button" />}
          nativeButton
          className="touch h-7 border border-line2 bg-bg px-3 text-body text-ink2 first-of-type:rounded-l-control last-of-type:rounded-r-control not-first-of-type:-ml-px hover:bg-hover focus-visible:z-10 data-[checked]:z-[1] data-[checked]:border-field data-[checked]:bg-select data-[checked]:font-medium data-[checked]:text-ink"
        >
          {option.label}
        </Radio.Root>
      ))}
    </RadioGroup>
  );
}
