"use client";

import { useVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useEffect } from "react";
import { usePreference } from "@/components/layout/use-preference";

/** Above this many rows only those in view are in the document. */
export const VIRTUAL_ABOVE = 200;

const ROW_HEIGHT = { comfortable: 36, standard: 29, compact: 24 } as const;
const OVERSCAN = 12;
/** Rows that the server draws before the height of the region is known. */
const FIRST_HEIGHT_PX = 900;

interface RowWindow {
  /** Indexes of the rows to draw. */
  indexes: number[];
  /** Heights of what is not drawn, before and after, in px. */
  before: number;
  after: number;
  /** Goes on every drawn row, for its true height. */
  measure?: (row: HTMLTableRowElement | null) => void;
}

/** Which of `count` rows to draw: all of them, or those near the view when there are many. */
export function useRowWindow(count: number, region: RefObject<HTMLDivElement | null>): RowWindow {
  const [density] = usePreference("density");
  const isVirtual = count > VIRTUAL_ABOVE;
  const virtualizer = useVirtualizer({
    count,
    enabled: isVirtual,
    getScrollElement: () => region.current,
    estimateSize: () => ROW_HEIGHT[density],
    overscan: OVERSCAN,
    initialRect: { width: 0, height: FIRST_HEIGHT_PX },
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another density means another height of every row
  useEffect(() => virtualizer.measure(), [density, virtualizer]);
  if (!isVirtual) return { indexes: Array.from({ length: count }, (_, index) => index), before: 0, after: 0 };
  const items = virtualizer.getVirtualItems();
  return {
    indexes: items.map((item) => item.index),
    before: items.at(0)?.start ?? 0,
    after: virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0),
    measure: virtualizer.measureElement,
  };
}
