"use client";

import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef, useState } from "react";
import { onRowKeys } from "@/components/data-table/on-row-keys";
import { usePreference } from "@/components/layout/use-preference";
import { ScrollRegion } from "@/components/ui/scroll-region";
import { HeadCell } from "@/components/ui/table";
import type { GateCaseDto } from "@/lib/domain/gates/gate-run";
import { CaseRow } from "./case-row";

interface CaseTableProps {
  cases: readonly GateCaseDto[];
  /** How many there are with those that were not loaded yet. */
  total: number;
  /** Asks for the next page; undefined at the end and while one is on its way. */
  loadMore: (() => void) | undefined;
}

/** The next page is asked for when this few rows are left below. */
const NEAR_END = 60;
const OVERSCAN = 14;
const ROW_HEIGHT = { comfortable: 40, standard: 34, compact: 30 } as const;
const FIRST_HEIGHT_PX = 900;

function Spacer({ height }: { height: number }) {
  if (height <= 0) return null;
  return (
    <tbody aria-hidden="true">
      <tr>
        <td colSpan={3} style={{ height, padding: 0 }} />
      </tr>
    </tbody>
  );
}

function useCaseWindow({ cases, loadMore }: CaseTableProps) {
  const region = useRef<HTMLDivElement>(null);
  const [density] = usePreference("density");
  const virtualizer = useVirtualizer({
    count: cases.length,
    getScrollElement: () => region.current,
    estimateSize: () => ROW_HEIGHT[density],
    getItemKey: (index) => cases[index]?.ordinal ?? index,
    overscan: OVERSCAN,
    initialRect: { width: 0, height: FIRST_HEIGHT_PX },
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another density means another height of every row
  useEffect(() => virtualizer.measure(), [density, virtualizer]);
  const rows = virtualizer.getVirtualItems();
  const lastShown = rows.at(-1)?.index ?? 0;
  useEffect(() => {
    if (lastShown >= cases.length - NEAR_END) loadMore?.();
  }, [lastShown, cases.length, loadMore]);
  return { region, virtualizer, rows };
}

/** Cases, worst first. Only those in view are in the document, and pages are fetched as they come near. */
export function CaseTable(props: CaseTableProps) {
  const { cases, total } = props;
  const { region, virtualizer, rows } = useCaseWindow(props);
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set());
  const toggle = (ordinal: number) => {
    const next = new Set(open);
    if (!next.delete(ordinal)) next.add(ordinal);
    setOpen(next);
  };
  return (
    <ScrollRegion ref={region} label="Cases" own className="max-h-[max(420px,calc(100dvh-180px))]">
      <table
        aria-label="Cases, worst first"
        aria-rowcount={total + 1}
        onKeyDown={onRowKeys}
        className="w-full table-fixed border-separate border-spacing-0"
      >
        <thead>
          <tr aria-rowindex={1}>
            <HeadCell className="pl-3.5">Case</HeadCell>
            <HeadCell className="w-[26%] max-sm:w-[100px]">Result</HeadCell>
            <HeadCell numeric className="w-24 pr-3.5 max-sm:w-20">
              Took
            </HeadCell>
          </tr>
        </thead>
        <Spacer height={rows.at(0)?.start ?? 0} />
        {rows.map(({ index, key }) => {
          const one = cases[index];
          if (one === undefined) return null;
          return (
            <tbody key={key} ref={virtualizer.measureElement} data-index={index}>
              <CaseRow
                one={one}
                rowIndex={index + 2}
                open={open.has(one.ordinal)}
                onToggle={() => toggle(one.ordinal)}
              />
            </tbody>
          );
        })}
        <Spacer height={virtualizer.getTotalSize() - (rows.at(-1)?.end ?? 0)} />
      </table>
    </ScrollRegion>
  );
}
