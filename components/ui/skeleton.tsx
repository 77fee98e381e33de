import type { ReactNode } from "react";
import { cn } from "./cn";

/** A bar where text will stand. */
export function Skeleton({ className }: { className?: string }) {
  return <span className={cn("block h-2 rounded-bar bg-band", className)} />;
}

/** Says that a region loads. Nothing shows for the first 200 ms. Only for when nothing can be shown at all. */
export function Loading({ label, children, className }: { label: string; children: ReactNode; className?: string }) {
  return (
    <div role="status" aria-busy="true" className={cn("after-200", className)}>
      <span className="sr-only">{label}</span>
      <div aria-hidden="true">{children}</div>
    </div>
  );
}

const WIDTHS = ["w-4/5", "w-3/5", "w-2/3", "w-1/2", "w-3/4"] as const;

/** A table to be, row by row, at the height that its rows will have. */
export function SkeletonRows({ label, rows = 8, columns = 4 }: { label: string; rows?: number; columns?: number }) {
  return (
    <Loading label={label}>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are alike and never move
        <div key={row} className="row-height flex items-center gap-6 border-line border-b px-2.5">
          {Array.from({ length: columns }, (_, column) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: as above
            <span key={column} className={column === 0 ? "w-1/3" : "flex-1"}>
              <Skeleton className={WIDTHS[(row + column) % WIDTHS.length] ?? "w-1/2"} />
            </span>
          ))}
        </div>
      ))}
    </Loading>
  );
}
