/** When a report of one kind is due. All instants are milliseconds since 1970, so every start sees the same slots. */
export interface Lane {
  periodMs: number;
  /** Distance of the slots from multiples of the period. */
  phaseMs: number;
  /** How many of the newest slots make up the history; 0: only what becomes due from now on. */
  keep: number;
  /** How long after its slot a report arrives. */
  delayMs: number;
  /** How often a slot is run again, `gapMs` after the one before. */
  reruns?: { of: (index: number) => number; gapMs: number };
}

/** One due time of a lane. */
export interface Slot {
  index: number;
  /** 1 for the run itself, more for its reruns. */
  attempt: number;
  at: number;
}

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** What names a slot from start to start. */
export function slotName({ index, attempt }: Slot): string {
  return attempt === 1 ? String(index) : `${index}.${attempt}`;
}

function newestIndex({ periodMs, phaseMs, delayMs }: Lane, now: number): number {
  return Math.floor((now - phaseMs - delayMs) / periodMs);
}

function slotsOf(lane: Lane, index: number): Slot[] {
  const at = index * lane.periodMs + lane.phaseMs;
  const reruns = lane.reruns?.of(index) ?? 0;
  const gap = lane.reruns?.gapMs ?? 0;
  return Array.from({ length: reruns + 1 }, (_, nth) => ({ index, attempt: nth + 1, at: at + nth * gap }));
}

/** The slots whose reports have arrived by now, newest first: those of the newest `keep` indices. */
export function historySlots(lane: Lane, now: number): Slot[] {
  const newest = newestIndex(lane, now);
  return Array.from({ length: lane.keep }, (_, back) => slotsOf(lane, newest - back).reverse())
    .flat()
    .filter((slot) => slot.at + lane.delayMs <= now);
}

/** The slots whose reports arrive after `after` and not after `now`, oldest first; after a long gap only the newest. */
export function arrivingSlots(lane: Lane, after: number, now: number): Slot[] {
  const reach = Math.max(lane.keep, 2);
  const isArriving = (slot: Slot) => slot.at + lane.delayMs > after && slot.at + lane.delayMs <= now;
  return historySlots({ ...lane, keep: reach }, now)
    .filter(isArriving)
    .reverse();
}

/** When the next report of the lane arrives. */
export function nextArrival(lane: Lane, now: number): number {
  const newest = newestIndex(lane, now);
  const coming = [newest, newest + 1].flatMap((index) => slotsOf(lane, index));
  return Math.min(...coming.map((slot) => slot.at + lane.delayMs).filter((at) => at > now));
}
