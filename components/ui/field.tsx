"use client";

import { type ReactNode, useId } from "react";
import { cn } from "./cn";
import { CrossOctagon } from "./shapes";

export interface FieldControl {
  id: string;
  "aria-describedby"?: string;
  "aria-invalid"?: true;
}

interface FieldProps {
  label: string;
  hint?: ReactNode;
  /** What is wrong and what would be right; one sentence. */
  error?: string | undefined;
  className?: string;
  /** Spread what it is given on the control. */
  children: (control: FieldControl) => ReactNode;
}

/** A control with its label above, and its hint or error below. */
export function Field({ label, hint, error, className, children }: FieldProps) {
  const id = useId();
  const below = `${id}-below`;
  const described = error !== undefined || hint !== undefined;
  return (
    <div className={cn("flex flex-col gap-1", className)}>
      <label htmlFor={id} className="text-ink2 text-label">
        {label}
      </label>
      {children({
        id,
        ...(described ? { "aria-describedby": below } : {}),
        ...(error === undefined ? {} : { "aria-invalid": true }),
      })}
      {error === undefined ? (
        hint && (
          <p id={below} className="text-ink3 text-small">
            {hint}
          </p>
        )
      ) : (
        <p id={below} role="alert" className="flex items-start gap-1.5 text-small">
          <CrossOctagon width={12} height={12} className="mt-0.5 text-blocked" />
          {error}
        </p>
      )}
    </div>
  );
}
