"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import type { ReactElement, ReactNode, RefObject } from "react";
import { cn } from "./cn";
import { overlayClasses } from "./overlay";

interface DialogProps {
  title: string;
  description?: ReactNode;
  children?: ReactNode;
  /** The acts, the safe one first. */
  footer?: ReactNode;
  /** The button that opens it, unless `open` is held outside. */
  trigger?: ReactElement<Record<string, unknown>>;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  initialFocus?: RefObject<HTMLElement | null>;
  className?: string;
}

/** Modal: the question, what it means, and the acts named by their verbs. */
export function Dialog(props: DialogProps) {
  const { title, description, children, footer, trigger, open, onOpenChange, initialFocus, className } = props;
  return (
    <Base.Root
      {...(open === undefined ? {} : { open })}
      {...(onOpenChange === undefined ? {} : { onOpenChange: (next: boolean) => onOpenChange(next) })}
    >
      {trigger === undefined ? null : <Base.Trigger render={trigger} />}
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-backdrop transition-opacity data-[ending-style]:opacity-0 data-[starting-style]:opacity-0" />
        <Base.Popup
          {...(initialFocus === undefined ? {} : { initialFocus })}
          className={cn(
            overlayClasses,
            "fixed top-[12vh] left-1/2 z-50 max-h-[80vh] w-[calc(100vw-24px)] max-w-[460px] -translate-x-1/2 overflow-y-auto p-4",
            className,
          )}
        >
          <Base.Title className="font-semibold text-sentence">{title}</Base.Title>
          {description === undefined ? null : (
            <Base.Description render={<div />} className="mt-1 text-ink2">
              {description}
            </Base.Description>
          )}
          {children === undefined ? null : <div className="mt-3">{children}</div>}
          {footer === undefined ? null : <div className="mt-4 flex flex-wrap justify-end gap-2">{footer}</div>}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

/** Closes the dialog around it. */
export const DialogClose = Base.Close;
