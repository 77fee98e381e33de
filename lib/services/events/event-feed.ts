import type { Database } from "@/lib/db/client";
import { type EventRow, eventBounds, listEventsAfter, listenForEvents } from "@/lib/db/events";
import { log } from "@/lib/log";
import { requirePermission, type ServiceContext } from "../context";

type Wake = () => void;

const PAGE = 200;
/** Between two attempts to listen again after the connection was lost. */
const RECONNECT_MS = 1_000;

/** One LISTEN connection for all readers of this process, held while there are any. */
class EventBell {
  private readonly readers = new Set<Wake>();
  private stop: AbortController | null = null;

  constructor(private readonly db: Database) {}

  /** Rings the reader at every event until the returned function is called. */
  subscribe(wake: Wake): () => void {
    this.readers.add(wake);
    if (this.stop === null) {
      this.stop = new AbortController();
      void this.listen(this.stop.signal);
    }
    return () => {
      this.readers.delete(wake);
      if (this.readers.size > 0) return;
      this.stop?.abort();
      this.stop = null;
    };
  }

  private async listen(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        await listenForEvents(this.db, () => this.ring(), signal);
      } catch (error) {
        log().warn({ event: "event-feed.reconnecting", error });
        await new Promise((resolve) => setTimeout(resolve, RECONNECT_MS));
        // What was committed while nobody listened is read now.
        this.ring();
      }
    }
  }

  private ring(): void {
    for (const wake of this.readers) wake();
  }
}

const bells = new WeakMap<Database, EventBell>();

/** Between two looks without a ring: a bell that was missed delays an event, it does not lose it. */
const LOOK_AGAIN_MS = 15_000;

/** What the feed yields: events, or null when it only looked, so that the transport can show it is alive. */
export type FeedItem = EventRow | "reset" | null;

/**
 * Events after `lastId` and then as they are committed, until the signal aborts. Without an id it begins now.
 * `"reset"` says that events were missed (older than is kept): read everything again.
 */
export async function* eventFeed(
  ctx: ServiceContext,
  lastId: number | null,
  signal: AbortSignal,
): AsyncGenerator<FeedItem> {
  requirePermission(ctx, "read");
  const bounds = await eventBounds(ctx.db);
  let position = lastId ?? bounds.last;
  if (position > bounds.last || position < bounds.oldest - 1) {
    yield "reset";
    position = bounds.last;
  }
  const bell = bells.get(ctx.db) ?? new EventBell(ctx.db);
  bells.set(ctx.db, bell);
  const rings = ringCounter();
  const unsubscribe = bell.subscribe(rings.ring);
  signal.addEventListener("abort", rings.ring, { once: true });
  try {
    yield null;
    while (!signal.aborted) {
      const events = await listEventsAfter(ctx.db, position, PAGE);
      for (const event of events) {
        position = event.id;
        yield event;
      }
      if (events.length === PAGE) continue;
      if (!(await rings.next(LOOK_AGAIN_MS))) yield null;
    }
  } finally {
    unsubscribe();
  }
}

/** Remembers a ring that came while nobody waited. */
function ringCounter() {
  let rung = false;
  let wake: Wake | null = null;
  return {
    ring: () => {
      rung = true;
      wake?.();
    },
    /** True at a ring, false after the time. */
    next: async (ms: number): Promise<boolean> => {
      if (!rung) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ms);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
        wake = null;
      }
      const was = rung;
      rung = false;
      return was;
    },
  };
}
