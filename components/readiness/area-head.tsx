import { HeadCell } from "@/components/ui/table";
import type { Area } from "@/lib/domain/readiness/area";

/** The header of an area's column: its first letters where only glyphs stand beneath. */
export function AreaHead({ area, className }: { area: Area; className?: string | undefined }) {
  return (
    <HeadCell className={className}>
      <span aria-hidden="true" className="md:hidden print:hidden">
        {area.slice(0, 4)}
      </span>
      <span className="max-md:sr-only print:not-sr-only">{area}</span>
    </HeadCell>
  );
}
