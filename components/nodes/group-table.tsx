"use client";

import { ExpandingRow } from "@/components/data-table/expanding-row";
import { onRowKeys } from "@/components/data-table/on-row-keys";
import { NodeVerdictMark } from "@/components/status/result";
import { cn } from "@/components/ui/cn";
import { formatCount } from "@/components/ui/format-count";
import { Cell, HeadCell, Table } from "@/components/ui/table";
import type { NodeGroupDto } from "@/lib/domain/nodes/dto";
import { listWords } from "@/lib/domain/readiness/words";
import { GroupDetail } from "./group-detail";

interface GroupTableProps {
  groups: readonly NodeGroupDto[];
  release: string;
  open: string | null;
  onToggle: (group: string) => void;
}

const COLUMNS = 5;
const CLUSTERS_NAMED = 2;

function clusterNames({ clusters }: NodeGroupDto, shown = CLUSTERS_NAMED): string {
  return listWords(
    clusters.map(({ cluster }) => cluster),
    shown,
    clusters.length,
  );
}

function GroupHead({ group }: { group: NodeGroupDto }) {
  const isQuiet = group.verdict === "compatible";
  return (
    <>
      <NodeVerdictMark verdict={group.verdict} className="mt-[5px] self-start" />
      <span className="min-w-0 flex-1 self-start py-0.5">
        <span className={cn("block", isQuiet ? "text-ink2" : "font-semibold")}>
          {group.sentence.replace(/\.$/, "")}
        </span>
        <span className="block text-ink3 text-small sm:hidden">
          <span className="font-mono text-mono">{group.kernelRelease}</span>, {clusterNames(group)}
        </span>
      </span>
    </>
  );
}

/** Nodes by image, kernel and findings, worst first; a row opens to its findings, clusters and nodes. */
export function GroupTable({ groups, release, open, onToggle }: GroupTableProps) {
  return (
    <Table label={`Nodes by image, kernel and findings for ${release}`} onKeyDown={onRowKeys}>
      <thead>
        <tr>
          <HeadCell className="w-1/2 max-sm:w-auto">What the nodes have in common</HeadCell>
          <HeadCell className="max-sm:hidden">Kernel</HeadCell>
          <HeadCell className="max-md:hidden">Machine</HeadCell>
          <HeadCell className="max-sm:hidden">Clusters</HeadCell>
          <HeadCell numeric>Nodes</HeadCell>
        </tr>
      </thead>
      <tbody>
        {groups.map((group) => (
          <ExpandingRow
            key={group.id}
            id={group.id}
            open={group.id === open}
            onToggle={() => onToggle(group.id)}
            head={<GroupHead group={group} />}
            headClassName="py-0.5"
            columns={COLUMNS}
            detail={() => <GroupDetail group={group} release={release} />}
          >
            <Cell className="whitespace-nowrap font-mono text-mono max-sm:hidden">{group.kernelRelease}</Cell>
            <Cell className="text-ink2 max-md:hidden">{group.machine}</Cell>
            <Cell title={clusterNames(group, group.clusters.length)} className="text-ink2 max-sm:hidden">
              {clusterNames(group)}
            </Cell>
            <Cell numeric className={group.verdict === "compatible" ? "text-ink2" : "font-semibold"}>
              {formatCount(group.nodes)}
            </Cell>
          </ExpandingRow>
        ))}
      </tbody>
    </Table>
  );
}
