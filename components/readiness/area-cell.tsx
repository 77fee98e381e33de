import { NoVerdict, VerdictCell } from "@/components/status/verdict-cell";
import type { Area } from "@/lib/domain/readiness/area";
import type { ReadinessItemDto } from "@/lib/domain/readiness/dto";
import { routes } from "@/lib/routes";

interface AreaCellProps {
  item: ReadinessItemDto;
  area: Area;
  release: string | undefined;
}

/** One area of one cluster: one link to its reasons. */
export function AreaCell({ item, area, release }: AreaCellProps) {
  const { verdict, holding, notApplicable, why, stale } = item.areas[area];
  if (notApplicable) return <NoVerdict reason="This cluster declares that it runs no mesh" />;
  return (
    <VerdictCell
      verdict={verdict}
      count={holding}
      href={routes.cluster(item.cluster, { release, area })}
      subject={`${item.cluster}, ${area}`}
      stale={stale ?? false}
      {...(why === undefined ? {} : { hint: why })}
    />
  );
}
