import { defaultShouldDehydrateQuery, isServer, QueryClient } from "@tanstack/react-query";
import { isWorthRetrying } from "./fetcher";

/** Live updates invalidate what changed, so what was fetched stays good until then; this bounds a lost event. */
const STALE_AFTER_MS = 60_000;

/**
 * One client for each render on the server, one for the life of the tab in the browser. A page may start a
 * query on the server without waiting: pending ones are dehydrated too and stream in.
 */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { staleTime: STALE_AFTER_MS, refetchOnWindowFocus: false, retry: isServer ? false : isWorthRetrying },
      dehydrate: {
        shouldDehydrateQuery: (query) => defaultShouldDehydrateQuery(query) || query.state.status === "pending",
      },
    },
  });
}
