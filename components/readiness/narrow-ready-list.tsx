"use client";

import { ChevronRight } from "lucide-react";
import { useState } from "react";
import { VerdictMark } from "@/components/status/verdict";
import { cn } from "@/components/ui/cn";
import type { Area } from "@/lib/domain/readiness/area";
import type { ReadinessItemDto } from "@/lib/domain/readiness/dto";
import { numberWords } from "@/lib/domain/readiness/words";
import { NarrowReady } from "./narrow-card";

/** More than this stay folded until they are asked for, and out of the document. */
const OPEN_UP_TO = 12;

interface NarrowReadyListProps {
  items: readonly ReadinessItemDto[];
  chosenAreas: readonly Area[];
  release: string | undefined;
}

/** The clusters that are ready, in one line until it is opened. */
export function NarrowReadyList({ items, chosenAreas, release }: NarrowReadyListProps) {
  const [chosen, setChosen] = useState<boolean | null>(null);
  const open = chosen ?? items.length <= OPEN_UP_TO;
  return (
    <>
      <button
        type="button"
        aria-expanded={open}
        onClick={() => setChosen(!open)}
        className="flex min-h-10 w-full items-center gap-2 border-line border-b bg-surface px-4 -outline-offset-2"
      >
        <VerdictMark verdict="ready" decorative />
        <span className="font-semibold">{numberWords(items.length)} ready</span>
        <span className="ml-auto text-ink3 text-small">
          {chosenAreas.length === 0 ? "all areas ready" : `ready in ${chosenAreas.join(", ")}`}
        </span>
        <ChevronRight
          size={14}
          aria-hidden="true"
          className={cn("shrink-0 text-ink3 transition-transform", open && "rotate-90")}
        />
      </button>
      {open ? (
        <ul>
          {items.map((item) => (
            <NarrowReady key={item.cluster} item={item} release={release} />
          ))}
        </ul>
      ) : null}
    </>
  );
}
