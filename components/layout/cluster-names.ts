import { queryOptions } from "@tanstack/react-query";
import { z } from "zod";
import { TierSchema } from "@/lib/domain/clusters/cluster";
import { api } from "@/lib/routes";

const Answer = z.object({ items: z.array(z.object({ name: z.string(), tier: TierSchema })) });

/** The most that one answer of the API may hold; a larger fleet is searched on the page of clusters. */
const MOST = 500;

/** Names of clusters, for the command menu. */
export const clusterNames = queryOptions({
  queryKey: ["clusters", "names"],
  queryFn: async ({ signal }) => {
    const answer = await fetch(api.clusters({ limit: MOST }), { signal });
    if (!answer.ok) throw new Error(`the list of clusters answered ${answer.status}`);
    return Answer.parse(await answer.json()).items;
  },
});
