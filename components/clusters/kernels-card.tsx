"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { QueryProblem } from "@/components/status/query-problem";
import { NodeVerdictWord } from "@/components/status/result";
import { Card } from "@/components/ui/card";
import { SkeletonRows } from "@/components/ui/skeleton";
import { textLinkClasses } from "@/components/ui/text-link";
import { numberWords } from "@/lib/domain/readiness/words";
import { clusterQueries } from "@/lib/queries/clusters";
import { routes } from "@/lib/routes";
import { type KernelRow, kernelRows, nodesWords } from "./kernel-rows";

interface OfCluster {
  cluster: string;
  release: string | undefined;
}

const CELL = "h-[30px] border-line border-t py-0 text-left align-middle font-regular";

function Kernel({ row, cluster, release }: OfCluster & { row: KernelRow }) {
  return (
    <tr>
      <th scope="row" className={`${CELL} pl-3.5`}>
        <Link
          href={routes.nodes({ release, cluster, kernel: row.kernel })}
          prefetch={false}
          title={row.images.join(", ")}
          className="break-all rounded-bar font-mono text-mono hover:underline"
        >
          {row.kernel}
        </Link>
      </th>
      <td className={`${CELL} figures px-3 text-right`}>{numberWords(row.nodes)}</td>
      <td className={`${CELL} pr-3.5`} title={row.title ?? undefined}>
        <NodeVerdictWord verdict={row.verdict} className={row.verdict === "compatible" ? "" : "text-ink"} />
      </td>
    </tr>
  );
}

/** The nodes of the cluster by their kernel, those that cannot run the candidate first. */
export function KernelsCard({ cluster, release }: OfCluster) {
  const groups = useQuery(clusterQueries.nodeGroups({ cluster, release }));
  const rows = kernelRows(groups.data?.items ?? []);
  return (
    <Card
      title="Nodes"
      note={groups.data === undefined ? undefined : nodesWords(groups.data.counts)}
      aside={
        rows.length === 0 ? undefined : (
          <Link href={routes.nodes({ release, cluster })} prefetch={false} className={textLinkClasses}>
            by image
          </Link>
        )
      }
      flush
    >
      {groups.data === undefined ? (
        groups.isError ? (
          <QueryProblem what="The nodes" query={groups} />
        ) : (
          <SkeletonRows label="The nodes are loading" rows={2} columns={3} />
        )
      ) : rows.length === 0 ? (
        <p className="px-3.5 py-2.5 text-ink2">No node has sent a report.</p>
      ) : (
        <table className="w-full border-separate border-spacing-0">
          <thead>
            <tr className="text-label text-ink2">
              <th scope="col" className="h-7 pl-3.5 text-left font-medium">
                Kernel
              </th>
              <th scope="col" className="h-7 px-3 text-right font-medium">
                Nodes
              </th>
              <th scope="col" className="h-7 pr-3.5 text-left font-medium">
                For this release
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Kernel key={row.kernel} row={row} cluster={cluster} release={release} />
            ))}
          </tbody>
        </table>
      )}
    </Card>
  );
}
