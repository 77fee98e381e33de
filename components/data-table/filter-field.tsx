"use client";

import { InputWithEnd } from "@/components/ui/input";
import { Kbd } from "@/components/ui/kbd";

interface FilterFieldProps {
  /** What it filters: "Filter nodes". */
  label: string;
  value: string;
  onChange: (value: string) => void;
  maxLength?: number;
}

/** The text filter of a page: `/` goes there, Escape leaves it. */
export function FilterField({ label, value, onChange, maxLength = 300 }: FilterFieldProps) {
  return (
    <InputWithEnd
      type="search"
      data-page-filter
      aria-label={label}
      placeholder={label}
      maxLength={maxLength}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === "Escape") event.currentTarget.blur();
      }}
      end={<Kbd className="max-sm:hidden">/</Kbd>}
      className="w-52 max-sm:w-full"
    />
  );
}
