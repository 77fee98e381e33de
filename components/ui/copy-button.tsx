"use client";

import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { cn } from "./cn";

const DONE_MS = 1600;

interface CopyButtonProps {
  text: string;
  /** What is copied, for the accessible name: "Copy command". */
  label: string;
  /** Show the label beside the icon. */
  withLabel?: boolean;
  className?: string;
}

type Progress = "idle" | "done" | "refused";

/** Puts text on the clipboard and says so. */
export function CopyButton({ text, label, withLabel = false, className }: CopyButtonProps) {
  const [progress, setProgress] = useState<Progress>("idle");
  useEffect(() => {
    if (progress === "idle") return;
    const timer = setTimeout(() => setProgress("idle"), DONE_MS);
    return () => clearTimeout(timer);
  }, [progress]);
  const copy = () => {
    // Absent on plain http from another host; a refusal is said, not thrown.
    const written = navigator.clipboard?.writeText(text) ?? Promise.reject(new Error("no clipboard"));
    written.then(
      () => setProgress("done"),
      () => setProgress("refused"),
    );
  };
  const Icon = progress === "done" ? Check : Copy;
  return (
    <button
      type="button"
      aria-label={withLabel ? undefined : label}
      title={withLabel ? undefined : label}
      onClick={copy}
      className={cn(
        "touch inline-flex min-h-6 min-w-6 items-center justify-center gap-1.5 rounded-cell text-ink3 text-small hover:text-ink print:hidden",
        className,
      )}
    >
      <Icon size={13} aria-hidden="true" />
      {withLabel ? label : null}
      <span role="status" className="sr-only">
        {progress === "done" ? "Copied" : ""}
        {progress === "refused" ? "The browser refused the clipboard" : ""}
      </span>
    </button>
  );
}
