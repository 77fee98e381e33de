"use client";

import { Popover as Base } from "@base-ui/react/popover";
import type { ComponentProps, ReactElement, ReactNode } from "react";
import { cn } from "./cn";
import { overlayClasses } from "./overlay";

interface PopoverProps {
  trigger: ReactElement<Record<string, unknown>>;
  title?: ReactNode;
  children: ReactNode;
  side?: ComponentProps<typeof Base.Positioner>["side"];
  align?: ComponentProps<typeof Base.Positioner>["align"];
  className?: string;
}

/** More about something, opened by a press; the page stays usable. */
export function Popover({ trigger, title, children, side = "bottom", align = "start", className }: PopoverProps) {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner side={side} align={align} sideOffset={6} className="z-50">
          <Base.Popup className={cn(overlayClasses, "w-80 max-w-[calc(100vw-24px)] p-3.5", className)}>
            {title === undefined ? null : <Base.Title className="text-section">{title}</Base.Title>}
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
