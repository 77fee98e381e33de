import Link from "next/link";
import { StatusMark } from "@/components/status/status-mark";
import { presentVerdict } from "@/components/status/status-presentation";
import { NoVerdict } from "@/components/status/verdict-cell";
import { cn } from "@/components/ui/cn";
import type { Area } from "@/lib/domain/readiness/area";
import { numberWords } from "@/lib/domain/readiness/words";
import { routes } from "@/lib/routes";
import { areaOfMany, type BoardGroup } from "./group-board";

const LOUD = {
  review: "border-l-3 border-state bg-state-tint",
  unproven: "hatch border border-line2",
  blocked: "border-l-3 border-state bg-state-tint",
};

interface ManyCellProps {
  group: BoardGroup;
  area: Area;
  release: string | undefined;
}

/** One area of many clusters: its worst verdict and how many have it; the way to just those. */
export function ManyCell({ group, area, release }: ManyCellProps) {
  const many = areaOfMany(group.items, area);
  if (many === null) return <NoVerdict reason="These clusters declare that they run no mesh" />;
  const { verdict, count, next } = many;
  const presentation = presentVerdict(verdict, { quiet: true });
  return (
    <Link
      href={routes.home({
        release,
        tier: group.tier === null ? [] : [group.tier],
        region: group.region === null ? [] : [group.region],
        area: [area],
        verdict: [verdict],
      })}
      prefetch={false}
      data-token={presentation.token}
      className={cn(
        "cell-height flex items-center gap-1.5 rounded-cell px-1.5",
        verdict === "ready" ? "text-ink3 hover:bg-hover" : cn("text-ink", LOUD[verdict]),
      )}
    >
      <StatusMark presentation={presentation} decorative size={13} />
      <span className="figures">{numberWords(count)}</span>
      <span className="sr-only print:not-sr-only">{verdict}</span>
      <span className="sr-only"> in {area}</span>
      {next === null ? null : (
        <span className="figures ml-auto flex items-center gap-1 text-ink2 text-small">
          <StatusMark presentation={presentVerdict(next.verdict)} decorative size={11} />
          {numberWords(next.count)}
          <span className="sr-only">{next.verdict}</span>
        </span>
      )}
    </Link>
  );
}
