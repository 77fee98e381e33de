"use client";

import { ChevronRight } from "lucide-react";
import { type ReactNode, useId } from "react";
import { cn } from "@/components/ui/cn";
import { Row, RowHead } from "@/components/ui/table";

interface ExpandingRowProps {
  id: string;
  open: boolean;
  onToggle: () => void;
  /** The first cell: what opens. Plain words, no links. */
  head: ReactNode;
  headClassName?: string;
  /** How many columns there are with the first. */
  columns: number;
  /** The other cells. */
  children: ReactNode;
  /** What is shown when it is open. */
  detail: () => ReactNode;
}

/** A row that opens beneath itself: by its first cell, or by Enter on the row. */
export function ExpandingRow(props: ExpandingRowProps) {
  const { id, open, onToggle, head, headClassName, columns, children, detail } = props;
  const region = useId();
  return (
    <>
      <Row
        data-row={id}
        tabIndex={-1}
        className={cn("focus-visible:-outline-offset-2", open && "bg-select hover:bg-select")}
      >
        <RowHead pinned={false} className={cn("min-w-0", headClassName)}>
          <button
            type="button"
            data-row-link
            aria-expanded={open}
            aria-controls={open ? region : undefined}
            onClick={onToggle}
            className="touch flex min-h-6 w-full min-w-0 items-center gap-1.5 rounded-cell text-left"
          >
            <ChevronRight
              size={14}
              aria-hidden="true"
              className={cn(
                "mt-[5px] shrink-0 self-start text-ink3 transition-transform print:hidden",
                open && "rotate-90",
              )}
            />
            {head}
          </button>
        </RowHead>
        {children}
      </Row>
      {open ? (
        <tr>
          <td id={region} colSpan={columns} className="border-line border-b bg-bg p-0">
            {detail()}
          </td>
        </tr>
      ) : null}
    </>
  );
}
