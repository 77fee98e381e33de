"use client";

import { ChevronRight } from "lucide-react";
import { useId } from "react";
import { CaseMark } from "@/components/status/result";
import { cn } from "@/components/ui/cn";
import { formatDuration } from "@/components/ui/format-age";
import { Cell, Row, RowHead } from "@/components/ui/table";
import type { GateCaseDto } from "@/lib/domain/gates/gate-run";
import { CaseExecutions } from "./case-executions";
import { attemptWords } from "./run-words";

interface CaseRowProps {
  one: GateCaseDto;
  /** Its place among all rows, from 2: the header is the first. */
  rowIndex: number;
  open: boolean;
  onToggle: () => void;
}

function firstLine(message: string | null): string {
  return message?.split("\n").find((line) => line.trim() !== "") ?? "";
}

/** Name, suite, and the first line of what it said. */
function CaseHead({ one }: { one: GateCaseDto }) {
  const isQuiet = one.status === "passed" || one.status === "skipped";
  const preview = firstLine(one.message ?? one.earlier?.findLast(({ message }) => message !== null)?.message ?? null);
  return (
    <span className="min-w-0 flex-1">
      <span className="flex min-w-0 items-baseline gap-2">
        <span title={one.name} className={cn("truncate", isQuiet && !one.flaky ? "text-ink2" : "font-semibold")}>
          {one.name}
        </span>
        <span title={one.suite} className="min-w-0 shrink-[2] truncate text-ink3 text-small max-sm:hidden">
          {one.suite}
        </span>
      </span>
      {preview === "" ? null : <span className="block truncate text-ink2 text-small">{preview}</span>}
    </span>
  );
}

/** One case; it opens to what its executions said. */
export function CaseRow({ one, rowIndex, open, onToggle }: CaseRowProps) {
  const region = useId();
  const attempts = attemptWords(one);
  const hasMore = one.message !== null || attempts !== null;
  return (
    <>
      <Row
        data-row={one.ordinal}
        tabIndex={-1}
        aria-rowindex={rowIndex}
        className={cn("focus-visible:-outline-offset-2", open && "bg-select hover:bg-select")}
      >
        <RowHead pinned={false} className="py-0.5 pl-3.5">
          {hasMore ? (
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
                className={cn("shrink-0 text-ink3 transition-transform print:hidden", open && "rotate-90")}
              />
              <CaseHead one={one} />
            </button>
          ) : (
            <span className="flex min-h-6 items-center pl-5">
              <CaseHead one={one} />
            </span>
          )}
        </RowHead>
        <Cell className="py-0.5">
          <span className="flex flex-wrap items-center gap-x-1.5">
            <CaseMark result={one.flaky ? "flaky" : one.status} decorative />
            <span className={one.status === "passed" && !one.flaky ? "text-ink2" : "font-medium"}>
              {one.flaky ? "flaky" : one.status}
            </span>
            {attempts === null ? null : <span className="text-ink2 text-small">{attempts}</span>}
          </span>
        </Cell>
        <Cell numeric className="pr-3.5 text-ink2">
          {one.durationSeconds === null ? (
            <span title="The document does not say">–</span>
          ) : (
            formatDuration(one.durationSeconds)
          )}
        </Cell>
      </Row>
      {open ? (
        <tr>
          <td id={region} colSpan={3} className="border-line border-b p-0">
            <CaseExecutions one={one} />
          </td>
        </tr>
      ) : null}
    </>
  );
}
