import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn";
import { ScrollRegion } from "./scroll-region";

interface TableProps extends ComponentProps<"table"> {
  /** The accessible name of the table. */
  label: string;
}

/**
 * A table whose header stays under the top bar while the page scrolls. Below 1,200 px, where it may be too
 * wide, it scrolls sideways inside its own region.
 */
export function Table({ label, className, children, ...rest }: TableProps) {
  return (
    <ScrollRegion label={label} className="lg:overflow-visible print:overflow-visible">
      <table
        aria-label={label}
        className={cn("w-full border-separate border-spacing-0 text-body", className)}
        {...rest}
      >
        {children}
      </table>
    </ScrollRegion>
  );
}

interface HeadProps extends ComponentProps<"th"> {
  numeric?: boolean;
  /** The first column stays when the rest scrolls sideways. */
  pinned?: boolean;
}

const PINNED = "sticky left-0 z-[1] bg-inherit";

/** A column's header. */
export function HeadCell({ numeric = false, pinned = false, className, ...rest }: HeadProps) {
  return (
    <th
      scope="col"
      className={cn(
        "sticky top-(--table-top) z-[2] h-8 whitespace-nowrap border-line2 border-b bg-bg px-2.5 text-left font-medium text-ink2 text-label",
        numeric && "text-right",
        pinned && "left-0 z-[3]",
        className,
      )}
      {...rest}
    />
  );
}

/** A row at the height the reader chose. */
export function Row({ className, ...rest }: ComponentProps<"tr">) {
  return <tr className={cn("group/row row-height bg-bg hover:bg-hover focus-within:bg-hover", className)} {...rest} />;
}

interface CellProps extends ComponentProps<"td"> {
  numeric?: boolean;
  pinned?: boolean;
  /** The content fills the cell to its edges. */
  flush?: boolean;
}

export function Cell({ numeric = false, pinned = false, flush = false, className, ...rest }: CellProps) {
  return (
    <td
      className={cn(
        "border-line border-b px-2.5 py-0 align-middle",
        numeric && "figures whitespace-nowrap text-right",
        pinned && PINNED,
        flush && "px-0",
        className,
      )}
      {...rest}
    />
  );
}

/** The first cell of a row: what the row is about. */
export function RowHead({ pinned = true, numeric = false, className, ...rest }: HeadProps) {
  return (
    <th
      scope="row"
      className={cn(
        "border-line border-b px-2.5 py-0 text-left align-middle font-regular",
        numeric && "figures text-right",
        pinned && PINNED,
        className,
      )}
      {...rest}
    />
  );
}

/** A row that names the rows beneath it. */
export function GroupRow({ columns, children }: { columns: number; children: ReactNode }) {
  return (
    <tr className="row-height bg-surface">
      <th
        scope="colgroup"
        colSpan={columns}
        className="border-line border-b px-2.5 py-0 text-left align-middle font-regular"
      >
        <div className="flex flex-wrap items-center gap-x-2">{children}</div>
      </th>
    </tr>
  );
}
