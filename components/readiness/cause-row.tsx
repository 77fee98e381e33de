"use client";

import Link from "next/link";
import { VerdictWord } from "@/components/status/verdict";
import { Tag } from "@/components/ui/tag";
import { textLinkClasses } from "@/components/ui/text-link";
import type { CauseDto } from "@/lib/domain/readiness/dto";
import { countWords, numberWords } from "@/lib/domain/readiness/words";
import { routes } from "@/lib/routes";
import { causeKey } from "./filter-board";
import { Since } from "./since";

const NAMES_SHOWN = 2;
const CELL =
  "h-[25px] py-0 pr-4 align-middle max-sm:block max-sm:h-auto max-sm:pr-0 max-sm:[&_a]:inline-block max-sm:[&_a]:leading-6 max-sm:[&_button]:min-h-6";

/** Where the evidence for the cause is, over all clusters. */
function evidenceHref({ code, subject }: CauseDto, release: string | undefined): string {
  if (code.startsWith("gate-")) return routes.gate(subject, { release });
  return code.startsWith("node-reports") ? routes.nodes({ release }) : routes.nodes({ release, requirement: subject });
}

function countOf({ count }: CauseDto): string {
  if (count === null) return "";
  return `${numberWords(count.value)} ${count.value === 1 ? count.unit.slice(0, -1) : count.unit}`;
}

interface CauseRowProps {
  cause: CauseDto;
  release: string | undefined;
  onShow: (cause: string) => void;
}

/** By name where there are few; many are a filter of the board. */
function Clusters({ cause, release, onShow }: CauseRowProps) {
  if (cause.clusters.length > NAMES_SHOWN) {
    return (
      <button type="button" onClick={() => onShow(causeKey(cause))} className={textLinkClasses}>
        {countWords(cause.clusters.length, "cluster")}
      </button>
    );
  }
  return cause.clusters.map((cluster, at) => (
    <span key={cluster}>
      {at > 0 ? ", " : ""}
      <Link
        href={routes.cluster(cluster, { release, area: cause.area })}
        prefetch={false}
        className="rounded-bar hover:underline"
      >
        {cluster}
      </Link>
    </span>
  ));
}

/** One cause: what it does, what it is, whom it holds, how much of it there is, and since when. */
export function CauseRow({ cause, release, onShow }: CauseRowProps) {
  return (
    <tr className="max-sm:grid max-sm:grid-cols-[minmax(0,1fr)_auto] max-sm:gap-x-3 max-sm:border-line max-sm:border-t max-sm:py-2 max-sm:first:border-t-0">
      <td className={CELL}>
        <VerdictWord verdict={cause.verdict} strong={false} className="text-ink" />
      </td>
      <td className={`${CELL} w-full max-w-0 max-sm:order-3 max-sm:col-span-2 max-sm:w-auto max-sm:max-w-none`}>
        <span className="flex min-w-0 items-center gap-2">
          <Link
            href={evidenceHref(cause, release)}
            prefetch={false}
            title={cause.title}
            className="truncate rounded-bar font-semibold hover:underline max-lg:whitespace-normal print:whitespace-normal"
          >
            {cause.title}
          </Link>
          <Tag>{cause.area}</Tag>
        </span>
      </td>
      <td
        className={`${CELL} max-w-[200px] truncate whitespace-nowrap lg:max-w-[300px] text-ink2 max-sm:order-4 max-sm:w-auto max-sm:max-w-none print:min-w-[110px] print:whitespace-normal`}
        title={cause.clusters.join(", ")}
      >
        <Clusters cause={cause} release={release} onShow={onShow} />
      </td>
      <td className={`${CELL} whitespace-nowrap text-ink2 text-small max-sm:order-5`}>{countOf(cause)}</td>
      <td className={`${CELL} whitespace-nowrap pr-0 text-right text-ink2 text-small max-sm:order-2`}>
        {cause.since === null ? "" : <Since iso={cause.since} />}
      </td>
    </tr>
  );
}
