import Link from "next/link";
import { VerdictMark } from "@/components/status/verdict";
import { AREAS } from "@/lib/domain/readiness/area";
import type { ReadinessItemDto } from "@/lib/domain/readiness/dto";
import type { Verdict } from "@/lib/domain/readiness/verdict";
import { startSentence } from "@/lib/domain/readiness/words";
import { routes } from "@/lib/routes";
import { isStale } from "./is-stale";
import { OldestEvidence } from "./oldest-evidence";

function Glyphs({ areas }: Pick<ReadinessItemDto, "areas">) {
  return AREAS.map((area) => {
    const { verdict, notApplicable, stale } = areas[area];
    return (
      <span key={area} className="flex items-center">
        <span className="sr-only">{area} </span>
        {notApplicable ? (
          <span className="text-ink3">
            <span aria-hidden="true">–</span>
            <span className="sr-only">not used, </span>
          </span>
        ) : (
          <VerdictMark verdict={verdict} quiet stale={stale ?? false} size={16} />
        )}
      </span>
    );
  });
}

interface NarrowCardProps {
  item: ReadinessItemDto;
  /** The verdict in view. */
  verdict: Verdict;
  release: string | undefined;
}

/** One cluster that is not ready; the whole of it is the way to its reasons. */
export function NarrowCard({ item, verdict, release }: NarrowCardProps) {
  const { cluster, why, evidence, areas } = item;
  return (
    <li className="border-line border-b">
      <Link
        href={routes.cluster(cluster, { release })}
        prefetch={false}
        className="grid grid-cols-[28px_repeat(6,38px)_1fr] items-center gap-y-1 px-4 py-2.5 -outline-offset-2"
      >
        <VerdictMark verdict={verdict} stale={isStale(item)} decorative size={18} />
        <span className="col-span-7 flex min-w-0 items-baseline justify-between gap-3">
          <span className="truncate font-semibold text-sentence" title={cluster}>
            {cluster}
          </span>
          <span className="text-ink2">{verdict}</span>
        </span>
        <span className="col-span-7 col-start-2 line-clamp-2 text-ink2">
          {why === null ? null : startSentence(why)}
        </span>
        <span className="col-start-2 contents">
          <span />
          <Glyphs areas={areas} />
        </span>
        <span className="figures text-right text-ink3 text-small">
          <OldestEvidence iso={evidence.oldestAt} stale={isStale(item)} />
        </span>
      </Link>
    </li>
  );
}

/** One cluster that is ready: its name is enough. */
export function NarrowReady({ item, release }: Omit<NarrowCardProps, "verdict">) {
  return (
    <li className="border-line border-b">
      <Link
        href={routes.cluster(item.cluster, { release })}
        prefetch={false}
        className="flex min-h-10 items-center gap-2.5 px-4 -outline-offset-2"
      >
        <VerdictMark verdict="ready" quiet decorative size={16} />
        <span className="min-w-0 truncate" title={item.cluster}>
          {item.cluster}
        </span>
        <span className="figures ml-auto text-ink3 text-small">
          <OldestEvidence iso={item.evidence.oldestAt} />
        </span>
      </Link>
    </li>
  );
}
