"use client";

import { type ReactNode, type Ref, useEffect, useImperativeHandle, useRef, useState } from "react";
import { cn } from "./cn";

interface ScrollRegionProps {
  /** The accessible name, when it scrolls. */
  label: string;
  children: ReactNode;
  /** It scrolls up and down as well, so a table's header sticks to it and not to the page. */
  own?: boolean;
  ref?: Ref<HTMLDivElement>;
  className?: string;
}

/**
 * Scrolls what is too large for it; only then is it a stop for the keyboard. Until it was measured it is one: a page that
 * is drawn and not yet alive can be read by keyboard too.
 */
export function ScrollRegion({ label, children, own = false, ref, className }: ScrollRegionProps) {
  const element = useRef<HTMLDivElement>(null);
  const [mayOverflow, setMayOverflow] = useState(true);
  useImperativeHandle<HTMLDivElement | null, HTMLDivElement | null>(ref, () => element.current);
  useEffect(() => {
    const region = element.current;
    if (region === null) return;
    const measure = () =>
      setMayOverflow(region.scrollWidth > region.clientWidth + 1 || region.scrollHeight > region.clientHeight + 1);
    const observer = new ResizeObserver(measure);
    observer.observe(region);
    for (const child of region.children) observer.observe(child);
    return () => observer.disconnect();
  }, []);
  return (
    <div
      ref={element}
      data-scroll-region={own ? "own" : "page"}
      {...(mayOverflow ? { role: "region", "aria-label": label, tabIndex: 0 } : {})}
      className={cn("relative overflow-x-auto", own && "overflow-auto", className)}
    >
      {children}
    </div>
  );
}
