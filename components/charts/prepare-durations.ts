export interface DurationBar {
  /** Length or height, of the longest, 0..1; null when the duration is not known. */
  share: number | null;
}

/** Durations as shares of the longest, from zero. Seconds in, the same order out. */
export function prepareDurations(seconds: readonly (number | null)[]): { longest: number; bars: DurationBar[] } {
  const longest = Math.max(0, ...seconds.filter((value) => value !== null));
  return {
    longest,
    bars: seconds.map((value) => ({ share: value === null ? null : longest === 0 ? 0 : value / longest })),
  };
}
