import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn";

interface ChipProps extends ComponentProps<"button"> {
  pressed: boolean;
  /** How many it would leave: filtering is also reading. */
  count?: number;
  /** A mark before the word. */
  mark?: ReactNode;
}

/** A filter that is on or off, with its count. */
export function Chip({ pressed, count, mark, className, children, ...rest }: ChipProps) {
  return (
    <button
      type="button"
      aria-pressed={pressed}
      className={cn(
        "touch inline-flex h-7 items-center gap-2 whitespace-nowrap rounded-control border border-line2 bg-bg px-3 text-body text-ink2 transition-colors hover:bg-hover",
        pressed && "border-field bg-select text-ink hover:bg-select",
        className,
      )}
      {...rest}
    >
      {mark}
      {children}
      {count === undefined ? null : (
        <span className={cn("figures font-semibold", count === 0 ? "text-ink3" : "text-ink")}>
          {count.toLocaleString("en-GB")}
        </span>
      )}
    </button>
  );
}
