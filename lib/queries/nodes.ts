import { queryOptions } from "@tanstack/react-query";
import { z } from "zod";
import { NodeDto, NodeGroupDto } from "@/lib/domain/nodes/dto";
import { NodeVerdictSchema } from "@/lib/domain/nodes/finding";
import { api } from "@/lib/routes";
import { nullWhenNotFound, pageOf, requestJson } from "./fetcher";

const Groups = z.object({
  release: z.string(),
  items: z.array(NodeGroupDto),
  counts: z.record(NodeVerdictSchema, z.number().int()),
});
export type NodeGroupsAnswer = z.infer<typeof Groups>;

const Nodes = pageOf(NodeDto);
export type NodesPage = z.infer<typeof Nodes>;

export const NODES_SHOWN = 50;

interface OfGroup {
  group: string;
  /** The release that the group was judged for. */
  release: string;
  /** Only the nodes of this cluster. */
  cluster: string | undefined;
}

function nodesPage({ group, release, cluster }: OfGroup, cursor: string | undefined, signal?: AbortSignal) {
  return requestJson(
    api.nodes({ group, release, cluster, limit: NODES_SHOWN, cursor }),
    Nodes,
    signal === undefined ? {} : { signal },
  );
}

/** What the page of nodes asks for. */
export const nodeQueries = {
  /** All nodes of the fleet in groups, worst first; null where no such release, or none at all, is known. */
  groups: (release: string | undefined) =>
    queryOptions({
      queryKey: ["nodes", "groups", { cluster: null, release: release ?? null }],
      queryFn: ({ signal }) => nullWhenNotFound(requestJson(api.nodeGroups({ release }), Groups, { signal })),
    }),
  /** The first nodes of one group, by cluster and name. */
  ofGroup: (of: OfGroup) =>
    queryOptions({
      queryKey: ["nodes", "of-group", of],
      queryFn: ({ signal }) => nodesPage(of, undefined, signal),
    }),
  /** The nodes after a position. */
  moreOfGroup: (of: OfGroup, cursor: string) => nodesPage(of, cursor),
};
