"use client";

import { valueWords } from "@/lib/domain/regressions/figure-words";
import { clockWords, dayOfMonth } from "./chart-ticks";
import type { SignalRow } from "./prepare-signal-chart";

const HOUR_MS = 3_600_000;

function Figure({ label, children }: { label: string; children: string }) {
  return (
    <div className="flex justify-between gap-4">
      <dt className="text-ink2">{label}</dt>
      <dd className="figures">{children}</dd>
    </div>
  );
}

/** One hour in figures, under the pointer and for the arrow keys. */
export function SignalTooltip({ row, unit }: { row: SignalRow | undefined; unit: string }) {
  if (row === undefined) return null;
  const isUnknown = row.candidate === null && row.baseline === null;
  return (
    <div
      role="status"
      className="min-w-40 rounded-control border border-line2 bg-raised px-2.5 py-1.5 text-small shadow-overlay"
    >
      <p className="font-semibold">
        {dayOfMonth(row.hour)} {clockWords(row.hour)} to {clockWords(row.hour + HOUR_MS)} UTC
      </p>
      <dl>
        {isUnknown ? <Figure label="no data">–</Figure> : null}
        {row.candidate === null ? null : <Figure label="candidate">{valueWords(row.candidate)}</Figure>}
        {row.baseline === null ? null : <Figure label="baseline">{valueWords(row.baseline)}</Figure>}
        {row.band === null ? null : (
          <Figure label="usual, 95 %">{`${valueWords(row.band[0])} to ${valueWords(row.band[1])}`}</Figure>
        )}
        {row.x === null || row.exposure === null ? null : (
          <Figure label="counted">{`${valueWords(row.x)} of ${valueWords(row.exposure)}`}</Figure>
        )}
      </dl>
      <p className="text-ink3">{unit}</p>
    </div>
  );
}
