import { SIGNAL_RULES } from "./signal-rules";

export interface Look {
  /** Hours of candidate data it is judged on; 0 before the first look. */
  hours: number;
  label: string;
  next: string;
}

export const labelOfLook = (hours: number): string => `${hours} h`;

/** The last scheduled look that this many observed hours reach: 1, 6, 24, 72, then every 24. */
export function lookAt(observedHours: number): Look {
  const { looks, lookEvery } = SIGNAL_RULES;
  const last = looks.at(-1) ?? 0;
  const hours =
    observedHours >= last
      ? last + Math.floor((observedHours - last) / lookEvery) * lookEvery
      : Math.max(0, ...looks.filter((look) => look <= observedHours));
  const next = looks.find((look) => look > hours) ?? hours + lookEvery;
  return { hours, label: labelOfLook(hours), next: labelOfLook(next) };
}

/**
 * How many looks in a row said so, this one included. Judging the same look again (late data) does not count twice,
 * and a look that stopped saying so begins from nothing.
 */
export function looksInRow(
  previous: { looksInRow: number; look: string } | null,
  look: string,
  saysSo: boolean,
): number {
  if (!saysSo) return 0;
  if (previous === null) return 1;
  return previous.look === look ? Math.max(1, previous.looksInRow) : previous.looksInRow + 1;
}
