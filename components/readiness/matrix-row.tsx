"use client";

import Link from "next/link";
import { memo } from "react";
import { VerdictMark } from "@/components/status/verdict";
import { cn } from "@/components/ui/cn";
import { Cell, Row, RowHead } from "@/components/ui/table";
import type { Area } from "@/lib/domain/readiness/area";
import type { ReadinessItemDto } from "@/lib/domain/readiness/dto";
import { routes } from "@/lib/routes";
import { AreaCell } from "./area-cell";
import { isStale } from "./is-stale";
import { kernelWords } from "./kernel-series";
import { NodesOk } from "./nodes-ok";
import { OldestEvidence } from "./oldest-evidence";
import { VersionInView } from "./version-in-view";

interface MatrixRowProps {
  item: ReadinessItemDto;
  areas: readonly Area[];
  /** The release that the row is about. */
  candidate: string;
  release: string | undefined;
}

/** One cluster. Drawn again only when something about it changes: there may be a hundred of them. */
export const MatrixRow = memo(function MatrixRow({ item, areas, candidate, release }: MatrixRowProps) {
  const { cluster, verdict, region, kernels } = item;
  const isReady = verdict === "ready";
  const detail = [region, kernelWords(kernels)].filter(Boolean).join(" · ");
  return (
    <Row data-row={cluster} tabIndex={-1} className="focus-visible:-outline-offset-2">
      <RowHead className="max-w-0 print:static print:max-w-none">
        <span className="flex min-w-0 items-baseline gap-2">
          <Link
            href={routes.cluster(cluster, { release })}
            prefetch={false}
            data-row-link
            title={cluster}
            className={cn("truncate rounded-bar hover:underline", isReady ? "font-regular" : "font-semibold")}
          >
            {cluster}
          </Link>
          <span
            title={detail}
            className="min-w-0 flex-1 truncate text-ink3 text-small @max-[1100px]/matrix:hidden print:hidden"
          >
            {detail}
          </span>
        </span>
      </RowHead>
      <Cell className="px-1.5">
        <span className={cn("flex items-center gap-1.5", isReady ? "text-ink2" : "font-semibold")}>
          <VerdictMark verdict={verdict} stale={isStale(item)} decorative />
          <span className="@max-[560px]/matrix:sr-only print:not-sr-only">{verdict}</span>
        </span>
      </Cell>
      {areas.map((area) => (
        <Cell key={area} className="px-0.5">
          <AreaCell item={item} area={area} release={release} />
        </Cell>
      ))}
      <Cell numeric className="@max-[1060px]/matrix:hidden print:table-cell">
        <NodesOk nodes={item.nodes} />
      </Cell>
      <Cell numeric className="whitespace-nowrap">
        <OldestEvidence iso={item.evidence.oldestAt} stale={isStale(item)} />
      </Cell>
      <Cell numeric className="@max-[600px]/matrix:hidden print:table-cell">
        <VersionInView version={item.installedRelease} candidate={candidate} />
      </Cell>
    </Row>
  );
});
