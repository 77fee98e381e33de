import type { ReactNode } from "react";
import { cn } from "./cn";

/** A word that classifies what it stands beside. */
export function Tag({
  children,
  mono = false,
  className,
}: {
  children: ReactNode;
  mono?: boolean;
  className?: string;
}) {
  return (
    <span
      className={cn(
        "inline-flex items-center whitespace-nowrap rounded-cell bg-hover px-1.5 text-ink2",
        mono ? "font-mono text-mono" : "text-small leading-5",
        className,
      )}
    >
      {children}
    </span>
  );
}
