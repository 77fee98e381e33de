import { getEvents as spec } from "@/lib/http/contract/judgement";
import { route } from "@/lib/http/route";
import { eventStream } from "@/lib/http/sse";
import { eventFeed } from "@/lib/services/events/event-feed";

export const GET = route(spec, async ({ ctx, request, query }) =>
  eventStream(request, (lastId, signal) => eventFeed(ctx, lastId ?? query.after ?? null, signal)),
);
