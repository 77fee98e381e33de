"use client";

import { ArrowDown, ArrowUp, ChevronsUpDown } from "lucide-react";
import { cn } from "@/components/ui/cn";
import { HeadCell } from "@/components/ui/table";

type Direction = "asc" | "desc" | false;

const ARIA = { asc: "ascending", desc: "descending" } as const;

function Arrow({ direction }: { direction: Direction }) {
  const size = { size: 11, "aria-hidden": true } as const;
  if (direction === "asc") return <ArrowUp {...size} className="text-ink" />;
  if (direction === "desc") return <ArrowDown {...size} className="text-ink" />;
  return (
    <ChevronsUpDown {...size} className="opacity-0 group-hover/sort:opacity-100 group-focus-visible/sort:opacity-100" />
  );
}

interface SortHeaderProps {
  label: string;
  direction: Direction;
  /** Absent when the column cannot be sorted. */
  onToggle?: (() => void) | undefined;
  numeric?: boolean | undefined;
  pinned?: boolean;
  width?: string | undefined;
  className?: string | undefined;
}

/** A column's header; a button when its column can be sorted: up, down, and back to the given order. */
export function SortHeader({
  label,
  direction,
  onToggle,
  numeric = false,
  pinned = false,
  width,
  className,
}: SortHeaderProps) {
  return (
    <HeadCell
      numeric={numeric}
      pinned={pinned}
      aria-sort={direction === false ? undefined : ARIA[direction]}
      style={width === undefined ? undefined : { width }}
      className={className}
    >
      {onToggle === undefined ? (
        label
      ) : (
        <button
          type="button"
          onClick={onToggle}
          className={cn(
            "group/sort inline-flex min-h-6 items-center gap-1 rounded-cell hover:text-ink",
            numeric && "flex-row-reverse",
            direction !== false && "text-ink",
          )}
        >
          {label}
          <Arrow direction={direction} />
        </button>
      )}
    </HeadCell>
  );
}
