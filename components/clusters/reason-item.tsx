"use client";

import { useEffect, useRef } from "react";
import { SeverityMark } from "@/components/status/result";
import { cn } from "@/components/ui/cn";
import { Tag } from "@/components/ui/tag";
import { Instant } from "@/components/ui/time";
import type { GateRunDto } from "@/lib/domain/gates/gate-run";
import type { Reason } from "@/lib/domain/readiness/reason";
import { EvidenceLinks } from "./evidence-links";

interface ReasonItemProps {
  reason: Reason;
  runs: readonly GateRunDto[];
  /** It is of the area that the reader came for. */
  marked: boolean;
}

/** One reason: what it does, what it is, more of it, its evidence, and since when. */
export function ReasonItem({ reason, runs, marked }: ReasonItemProps) {
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (marked) item.current?.scrollIntoView({ block: "nearest" });
  }, [marked]);
  const { severity, summary, area, detail, since } = reason;
  return (
    <li
      ref={item}
      data-marked={marked || undefined}
      className={cn(
        "flex break-inside-avoid items-start gap-2.5 border-line border-b px-3.5 py-2.5 last:border-b-0",
        marked && "bg-select",
      )}
    >
      <SeverityMark severity={severity} className="mt-[3px]" />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2">
          <span className="font-semibold">{summary}</span>
          <Tag className={marked ? "bg-bg" : ""}>{area}</Tag>
        </p>
        {detail === undefined ? null : <p className="max-w-[720px] break-words text-ink2">{detail}</p>}
        <EvidenceLinks reason={reason} runs={runs} />
      </div>
      {since === undefined ? null : (
        <p className="shrink-0 text-right text-ink2 text-small leading-5">
          since <Instant iso={since} />
        </p>
      )}
    </li>
  );
}
