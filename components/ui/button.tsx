"use client";

import type { VariantProps } from "class-variance-authority";
import type { ComponentProps, MouseEvent } from "react";
import { buttonClasses } from "./button-classes";
import { cn } from "./cn";
import { Arc, BarSquare } from "./shapes";
import { usePatience } from "./use-patience";

type Look = Pick<VariantProps<typeof buttonClasses>, "variant" | "size">;

export interface ButtonProps extends ComponentProps<"button">, Look {
  /** The act is under way: the label stays, a second press does nothing, the focus is kept. */
  pending?: boolean;
}

/** 28 px, or 34 px (`large`) in bars. A disabled button has its reason beside it: see `DisabledReason`. */
export function Button({
  variant,
  size,
  pending = false,
  disabled = false,
  className,
  children,
  onClick,
  ...rest
}: ButtonProps) {
  const showsArc = usePatience(pending);
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (pending || disabled) {
      event.preventDefault();
      return;
    }
    onClick?.(event);
  };
  return (
    <button
      type="button"
      // Not the attribute `disabled`: that would take the focus away and hide the reason from the keyboard.
      aria-disabled={pending || disabled || undefined}
      aria-busy={pending || undefined}
      className={cn(buttonClasses({ variant, size, off: disabled }), className)}
      onClick={press}
      {...rest}
    >
      {showsArc ? <Arc className="text-running" /> : null}
      {children}
    </button>
  );
}

/** Why the button beside it cannot be pressed, and what would change that. Point `aria-describedby` at its id. */
export function DisabledReason({ id, children }: { id: string; children: string }) {
  return (
    <p id={id} className="inline-flex items-center gap-1.5 text-ink2 text-small">
      <BarSquare width={12} height={12} className="text-ink3" />
      {children}
    </p>
  );
}
