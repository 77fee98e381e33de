import type { DemoCluster } from "@/sandbox/fleet/cluster";
import { DAY_MS, HOUR_MS } from "@/sandbox/schedule";
import type { MetricTrouble } from "@/sandbox/stories/story";
import { type Window, windowsOfHour } from "./hour";

/** A counter or a level as an endpoint shows it: by signal, and by value of the signal's first label. */
export interface Reading {
  x: number;
  exposure: number;
  parts: ReadonlyMap<string, number>;
}

type TroubleAt = (hour: Date) => MetricTrouble;

function add(
  total: Map<string, { x: number; exposure: number; parts: Map<string, number> }>,
  window: Window,
  of: number,
) {
  const sum = total.get(window.signal) ?? { x: 0, exposure: 0, parts: new Map<string, number>() };
  sum.x += window.x * of;
  sum.exposure += (window.exposure ?? 0) * of;
  for (const { value, x } of window.segments) sum.parts.set(value, (sum.parts.get(value) ?? 0) + x * of);
  total.set(window.signal, sum);
}

/** When the agent of a cluster last began to count: each midnight it is restarted, so that counters begin again. */
export function countingSince(at: number): number {
  return Math.floor(at / DAY_MS) * DAY_MS;
}

/** What the counters of a cluster stand at: the sum of its hours since they began, and of the running one its share. */
export function countersAt(cluster: DemoCluster, at: number, troubleAt: TroubleAt): Map<string, Reading> {
  const total = new Map<string, { x: number; exposure: number; parts: Map<string, number> }>();
  for (let hour = countingSince(at); hour < at; hour += HOUR_MS) {
    const begin = new Date(hour);
    const share = Math.min(1, (at - hour) / HOUR_MS);
    for (const window of windowsOfHour(cluster, begin, troubleAt(begin))) add(total, window, share);
  }
  return total;
}

/** The levels of the running hour. */
export function levelsAt(cluster: DemoCluster, at: number, troubleAt: TroubleAt): Map<string, Window> {
  const hour = new Date(Math.floor(at / HOUR_MS) * HOUR_MS);
  const windows = windowsOfHour(cluster, hour, troubleAt(hour));
  return new Map(windows.filter(({ exposure }) => exposure === null).map((window) => [window.signal, window]));
}
