import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./cn";

interface DisclosureProps {
  /** What opens: says how much is folded. */
  summary: ReactNode;
  children: ReactNode;
  open?: boolean;
  className?: string;
}

/** Folded content that works without a script, is found by the page search, and prints open. */
export function Disclosure({ summary, children, open, className }: DisclosureProps) {
  return (
    <details {...(open === undefined ? {} : { open })} className={cn("group", className)}>
      <summary className="touch flex min-h-6 list-none items-center gap-1.5 rounded-cell [&::-webkit-details-marker]:hidden">
        <ChevronRight
          size={14}
          aria-hidden="true"
          className="shrink-0 text-ink3 transition-transform group-open:rotate-90"
        />
        {summary}
      </summary>
      {children}
    </details>
  );
}
