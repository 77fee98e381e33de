"use client";

import type { ReactNode } from "react";
import { Button } from "./button";
import { cn } from "./cn";
import { CrossOctagon } from "./shapes";

interface ErrorStateProps {
  /** What failed: "Signals did not load". */
  title: string;
  /** Who answered what, and whether anything was changed. */
  children?: ReactNode;
  onRetry?: () => void;
  retrying?: boolean;
  requestId?: string | undefined;
  className?: string;
}

/** A failure inside the region that failed; the rest of the page stays. */
export function ErrorState({ title, children, onRetry, retrying = false, requestId, className }: ErrorStateProps) {
  return (
    <div role="alert" className={cn("p-3.5", className)}>
      <p className="flex items-center gap-2 font-semibold">
        <CrossOctagon className="text-blocked" />
        {title}
      </p>
      {children === undefined ? null : <div className="mt-1 max-w-xl text-ink2">{children}</div>}
      <div className="mt-2 flex flex-wrap items-center gap-2">
        {onRetry === undefined ? null : (
          <Button pending={retrying} onClick={onRetry}>
            Try again
          </Button>
        )}
        {requestId === undefined ? null : <span className="font-mono text-ink3 text-mono">request {requestId}</span>}
      </div>
    </div>
  );
}
