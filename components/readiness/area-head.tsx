import { cn } from "@/components/ui/cn";
import { HeadCell } from "@/components/ui/table";
import type { Area } from "@/lib/domain/readiness/area";

/** The header of an area's column: its first letters where only glyphs stand beneath. */
export function AreaHead({ area, className }: { area: Area; className?: string | undefined }) {
  return (
    <HeadCell className={cn("px-2", className)}>
      <span aria-hidden="true" className="hidden @max-[1000px]/matrix:inline print:hidden">
        {area.slice(0, 4)}
      </span>
      <span className="@max-[1000px]/matrix:sr-only print:not-sr-only">{area}</span>
    </HeadCell>
  );
}
