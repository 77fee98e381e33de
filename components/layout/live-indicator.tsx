"use client";

import { cn } from "@/components/ui/cn";
import { BarSquare, DashedRing } from "@/components/ui/shapes";
import { Age } from "@/components/ui/time";
import { type LiveStatus, useLive } from "./live-updates";

const WORDS: Readonly<Record<LiveStatus, string>> = {
  live: "Live",
  reconnecting: "Reconnecting",
  paused: "Paused",
};

function LiveMark({ status }: { status: LiveStatus }) {
  if (status === "reconnecting") return <DashedRing width={11} height={11} className="text-running" />;
  if (status === "paused") return <BarSquare width={10} height={10} className="text-ink3" />;
  return <span aria-hidden="true" className="size-2 rounded-full bg-ready print:hidden" />;
}

/** Whether the page follows what happens, and how old the verdicts are. */
export function LiveIndicator({ className }: { className?: string }) {
  const { status, judgedAt } = useLive();
  return (
    <div className={cn("flex items-center gap-2 whitespace-nowrap text-small", className)}>
      <span role="status" className="flex items-center gap-2 text-ink2">
        <LiveMark status={status} />
        <span className={status === "live" ? "max-md:sr-only" : undefined}>{WORDS[status]}</span>
      </span>
      {judgedAt === null ? null : (
        <span className="figures text-ink3">
          <span className="max-md:sr-only">Judged </span>
          <Age iso={judgedAt} suffix=" ago" />
        </span>
      )}
    </div>
  );
}
