import { arrivingSlots, historySlots, nextArrival, type Slot } from "@/sandbox/schedule";
import type { Feed } from "./feed";

/** One document to be sent. */
export interface Task {
  feed: Feed;
  slot: Slot;
}

/**
 * What has happened up to now, in the order that fills the screens soonest: the nodes, then the newest run of every
 * gate, then the ones before, and last the baseline.
 */
export function historyTasks(feeds: readonly Feed[], now: number): Task[] {
  const ranked = feeds.flatMap((feed) =>
    historySlots(feed.lane, now).map((slot, rank) => ({ task: { feed, slot }, rank })),
  );
  return ranked
    .sort(
      (a, b) => a.task.feed.precedence - b.task.feed.precedence || a.rank - b.rank || b.task.slot.at - a.task.slot.at,
    )
    .map(({ task }) => task);
}

/** What arrives after `after` and not after `now`, oldest first. */
export function arrivingTasks(feeds: readonly Feed[], after: number, now: number): Task[] {
  return feeds
    .flatMap((feed) => arrivingSlots(feed.lane, after, now).map((slot) => ({ feed, slot })))
    .sort((a, b) => a.slot.at - b.slot.at);
}

/** When something arrives next; infinite when there are no feeds. */
export function nextTaskAt(feeds: readonly Feed[], now: number): number {
  return Math.min(...feeds.map((feed) => nextArrival(feed.lane, now)));
}
