import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { TokensSection } from "@/components/settings/tokens-section";
import { pageContext } from "@/lib/http/session";
import { makeQueryClient } from "@/lib/queries/query-client";
import { everyItem, PAGE_LIMIT } from "@/lib/queries/settings-pages";
import { allTokens } from "@/lib/queries/tokens";
import { listTokens } from "@/lib/services/auth/list-tokens";

export const metadata: Metadata = { title: "API tokens" };

export default async function TokensPage() {
  const ctx = await pageContext();
  const queryClient = makeQueryClient();
  const tokens = await everyItem((cursor) => listTokens({ ctx, cursor, limit: PAGE_LIMIT }));
  queryClient.setQueryData(allTokens().queryKey, tokens);
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <TokensSection role={ctx.actor.role} />
    </HydrationBoundary>
  );
}
