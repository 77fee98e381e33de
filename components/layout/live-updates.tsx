"use client";

import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import { api } from "@/lib/routes";
import { EVENT_KINDS, type EventKind, judgedAtOf, keysToInvalidate, reconnectDelayMs } from "./live-keys";

const BATCH_MS = 500;

export type LiveStatus = "live" | "reconnecting" | "paused";

interface Live {
  status: LiveStatus;
  /** When the verdicts were last computed; null when nothing was judged yet. */
  judgedAt: string | null;
}

const LiveContext = createContext<Live>({ status: "paused", judgedAt: null });

export function useLive(): Live {
  return useContext(LiveContext);
}

interface Listener {
  onStatus: (status: LiveStatus) => void;
  onEvent: (kind: EventKind, data: string) => void;
  /** The stream began anew: what happened meanwhile is not known. */
  onGap: () => void;
}

/**
 * Holds one stream while the tab is visible. The browser itself resumes a dropped one by Last-Event-ID; a refused
 * one, which it gives up on, is opened again after a growing wait.
 */
function openStream(after: number, { onStatus, onEvent, onGap }: Listener): () => void {
  let position = after;
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let attempt = 0;
  let wasOpen = false;

  const close = () => {
    clearTimeout(timer);
    source?.close();
    source = undefined;
  };
  const connect = () => {
    close();
    const stream = new EventSource(api.events(position));
    source = stream;
    stream.onopen = () => {
      if (wasOpen) onGap();
      wasOpen = true;
      attempt = 0;
      onStatus("live");
    };
    stream.onerror = () => {
      onStatus("reconnecting");
      if (stream.readyState !== EventSource.CLOSED) return;
      timer = setTimeout(connect, reconnectDelayMs(attempt, Math.random()));
      attempt += 1;
    };
    // The server no longer holds the events since the last one heard.
    stream.addEventListener("reset", onGap);
    for (const kind of EVENT_KINDS) {
      stream.addEventListener(kind, (event: MessageEvent<unknown>) => {
        position = Number(event.lastEventId) || position;
        onEvent(kind, String(event.data));
      });
    }
  };
  const followVisibility = () => {
    if (document.visibilityState === "visible") {
      onStatus("reconnecting");
      connect();
      return;
    }
    close();
    onStatus("paused");
  };

  document.addEventListener("visibilitychange", followVisibility);
  followVisibility();
  return () => {
    document.removeEventListener("visibilitychange", followVisibility);
    close();
  };
}

/** Gathers events for half a second, then asks once for everything that they made out of date. */
function batchInvalidations(queryClient: QueryClient) {
  const pending = new Set<EventKind>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = () => {
    timer = undefined;
    for (const queryKey of keysToInvalidate(pending)) void queryClient.invalidateQueries({ queryKey });
    pending.clear();
  };
  return {
    add: (kind: EventKind) => {
      pending.add(kind);
      timer ??= setTimeout(flush, BATCH_MS);
    },
    stop: () => clearTimeout(timer),
  };
}

function later(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return Date.parse(a) >= Date.parse(b) ? a : b;
}

interface LiveUpdatesProps {
  /** When the verdicts were last computed, as the server knew. */
  judgedAt: string | null;
  /** The id of an event: what came after it may not be in what the server sent. */
  after: number;
  children: ReactNode;
}

/** Keeps the queries beneath it fresh, and tells whether it does. */
export function LiveUpdates({ judgedAt, after, children }: LiveUpdatesProps) {
  const [begin] = useState(after);
  const queryClient = useQueryClient();
  const [status, setStatus] = useState<LiveStatus>("reconnecting");
  const [heardAt, setHeardAt] = useState<string | null>(null);

  useEffect(() => {
    const batch = batchInvalidations(queryClient);
    const close = openStream(begin, {
      onStatus: setStatus,
      onGap: () => EVENT_KINDS.forEach(batch.add),
      onEvent: (kind, data) => {
        batch.add(kind);
        if (kind === "readiness") setHeardAt(judgedAtOf(data) ?? new Date().toISOString());
      },
    });
    return () => {
      close();
      batch.stop();
    };
  }, [queryClient, begin]);

  const live = useMemo(() => ({ status, judgedAt: later(heardAt, judgedAt) }), [status, heardAt, judgedAt]);
  return <LiveContext value={live}>{children}</LiveContext>;
}
