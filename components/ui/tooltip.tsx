"use client";

import { Tooltip as Base } from "@base-ui/react/tooltip";
import { type ComponentProps, type ReactElement, type ReactNode, useId } from "react";
import { cn } from "./cn";
import { overlayClasses } from "./overlay";

const DELAY_MS = 200;

interface TooltipProps {
  content: ReactNode;
  /** What it explains; it must be able to take focus. */
  children: ReactElement<Record<string, unknown>>;
  side?: ComponentProps<typeof Base.Positioner>["side"];
  className?: string;
}

/** A hint after 200 ms, and at once on focus. Never the only place where something is said. */
export function Tooltip({ content, children, side = "top", className }: TooltipProps) {
  const id = useId();
  return (
    <Base.Root>
      <Base.Trigger delay={DELAY_MS} aria-describedby={id} render={children} />
      <Base.Portal>
        <Base.Positioner side={side} sideOffset={6} className="z-50">
          <Base.Popup
            id={id}
            role="tooltip"
            className={cn(overlayClasses, "max-w-72 px-2.5 py-1.5 text-small", className)}
          >
            {content}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

/** After one hint has been shown, its neighbours show theirs without delay. */
export function TooltipProvider({ children }: { children: ReactNode }) {
  return <Base.Provider delay={DELAY_MS}>{children}</Base.Provider>;
}
