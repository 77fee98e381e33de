"use client";

import { useQuery } from "@tanstack/react-query";
import { ShowMore } from "@/components/data-table/show-more";
import { useGrowingList } from "@/components/data-table/use-growing-list";
import { QueryProblem, QueryStale } from "@/components/status/query-problem";
import { SkeletonRows } from "@/components/ui/skeleton";
import { Cell, HeadCell, Row, RowHead, Table } from "@/components/ui/table";
import { textLinkClasses } from "@/components/ui/text-link";
import { Age } from "@/components/ui/time";
import type { NodeDto, NodeGroupDto } from "@/lib/domain/nodes/dto";
import { nodeQueries } from "@/lib/queries/nodes";
import { api } from "@/lib/routes";

const idOf = ({ cluster, node }: NodeDto) => `${cluster}/${node}`;

/** The nodes of a group on its clusters, page by page, each with the report it was judged by. */
export function NodeList({ group, release }: { group: NodeGroupDto; release: string }) {
  const [first, ...others] = group.clusters;
  // The filter may have left only some of the group's clusters; the API narrows to one.
  const cluster = others.length === 0 ? first?.cluster : undefined;
  const of = { group: group.id, release, cluster };
  const query = useQuery(nodeQueries.ofGroup(of));
  const list = useGrowingList<NodeDto, NonNullable<typeof query.data>>({
    of,
    newest: query.data,
    earlier: (cursor) => nodeQueries.moreOfGroup(of, cursor),
    idOf,
  });
  const inView = list.items.filter((node) => group.clusters.some((one) => one.cluster === node.cluster));
  if (query.data === undefined) {
    return query.isError ? (
      <QueryProblem what="The nodes" query={query} />
    ) : (
      <SkeletonRows label="The nodes are loading" rows={4} columns={3} />
    );
  }
  return (
    <div className="mt-3">
      {query.isError ? <QueryStale what="The nodes" query={query} /> : null}
      <Table label={`Nodes: ${group.sentence}`}>
        <thead>
          <tr>
            <HeadCell className="static">Node</HeadCell>
            <HeadCell className="static">Cluster</HeadCell>
            <HeadCell className="static" numeric>
              Reported
            </HeadCell>
            <HeadCell className="static">
              <span className="sr-only">Report</span>
            </HeadCell>
          </tr>
        </thead>
        <tbody>
          {inView.map((node) => (
            <Row key={idOf(node)}>
              <RowHead pinned={false} className="break-all">
                {node.node}
              </RowHead>
              <Cell className="text-ink2">{node.cluster}</Cell>
              <Cell numeric className="text-ink2">
                <Age iso={node.collectedAt} />
              </Cell>
              <Cell className="text-right">
                <a
                  href={api.nodeReport(node.reportId)}
                  download={`${node.cluster}-${node.node}.json`}
                  className={textLinkClasses}
                >
                  report<span className="sr-only"> of {node.node}</span>
                </a>
              </Cell>
            </Row>
          ))}
        </tbody>
      </Table>
      <ShowMore
        shown={inView.length}
        total={Math.max(group.nodes, inView.length)}
        noun="node"
        onMore={list.showMore}
        loading={list.isLoading}
        error={list.error}
      />
    </div>
  );
}
