"use client";

import { Checkbox as Base } from "@base-ui/react/checkbox";
import { Check } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./cn";

interface CheckboxProps {
  children: ReactNode;
  checked?: boolean;
  defaultChecked?: boolean;
  onCheckedChange?: (checked: boolean) => void;
  name?: string;
  value?: string;
  disabled?: boolean;
  className?: string;
}

/** A box with its label; both can be pressed. */
export function Checkbox({ children, className, ...box }: CheckboxProps) {
  return (
    // The control is the child: Base UI renders its own input inside the label.
    // biome-ignore lint/a11y/noLabelWithoutControl: see above
    <label className={cn("touch inline-flex min-h-6 items-center gap-2", className)}>
      <Base.Root
        className="flex size-4 shrink-0 items-center justify-center rounded-cell border border-field bg-bg data-[checked]:border-ink data-[checked]:bg-ink data-[disabled]:bg-surface"
        {...box}
      >
        <Base.Indicator className="text-bg">
          <Check size={12} strokeWidth={3} aria-hidden="true" />
        </Base.Indicator>
      </Base.Root>
      {children}
    </label>
  );
}
