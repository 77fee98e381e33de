import "server-only";
import type { FeedItem } from "@/lib/services/events/event-feed";

/** How long a browser waits before it connects again. */
const RETRY_MS = 2_000;

/**
 * A stream of server-sent events: https://html.spec.whatwg.org/multipage/server-sent-events.html
 * Resumes after the id in Last-Event-ID; a comment now and then keeps proxies from closing it.
 */
export function eventStream(
  request: Request,
  open: (lastId: number | null, signal: AbortSignal) => AsyncGenerator<FeedItem>,
): Response {
  const stop = new AbortController();
  request.signal.addEventListener("abort", () => stop.abort(), { once: true });
  const given = request.headers.get("last-event-id") ?? "";
  const feed = open(/^\d{1,15}$/.test(given) ? Number(given) : null, stop.signal);
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(encoder.encode(`retry: ${RETRY_MS}\n\n`)),
    async pull(controller) {
      const { done, value } = await feed.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(toText(value)));
    },
    async cancel() {
      stop.abort();
      await feed.return(undefined);
    },
  });
  return new Response(body, {
    headers: {
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-store, no-transform",
      "x-accel-buffering": "no",
    },
  });
}

function toText(item: FeedItem): string {
  if (item === null) return ": alive\n\n";
  if (item === "reset") return "event: reset\ndata: {}\n\n";
  return `id: ${item.id}\nevent: ${item.kind}\ndata: ${JSON.stringify(item.payload)}\n\n`;
}
