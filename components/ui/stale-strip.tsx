import type { ReactNode } from "react";
import { cn } from "./cn";
import { Clock } from "./shapes";

/** Data stays, and this names the source that fell silent and the time of what is shown. */
export function StaleStrip(props: { children: ReactNode; action?: ReactNode; className?: string }) {
  return (
    <div
      role="status"
      className={cn("flex items-start gap-2 rounded-control bg-unproven-tint px-3 py-2", props.className)}
    >
      <Clock className="mt-[3px] text-unproven" />
      <div className="min-w-0 flex-1 text-ink">{props.children}</div>
      {props.action}
    </div>
  );
}
