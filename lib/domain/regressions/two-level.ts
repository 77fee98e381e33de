import { benjaminiHochberg, simes } from "../stats/multiple-testing";
import { groupBy } from "./group-by";

export interface GroupedTest {
  group: string;
  p: number;
}

/**
 * The least level at which a member is rejected: its group must be among the R(level) of M that are selected, and its
 * q-value within the group at most level * R / M. R only grows, at the groups' own q-values.
 */
function leastLevel(within: number, own: number, steps: readonly number[]): number {
  for (let selected = 1; selected <= steps.length; selected += 1) {
    const reached = steps[selected - 1] ?? 1;
    const next = steps[selected] ?? Number.POSITIVE_INFINITY;
    const level = Math.max(own, reached, (within * steps.length) / selected);
    if (level < next) return Math.min(1, level);
  }
  return 1;
}

/**
 * q-values in two levels (Benjamini and Bogomolov 2014): groups first, by Simes and Benjamini-Hochberg, then members
 * within the selected groups. In the order given.
 */
export function correctTwoLevels(tests: readonly GroupedTest[]): readonly number[] {
  const groups = [
    ...groupBy(
      tests.map((test, index) => ({ ...test, index })),
      ({ group }) => group,
    ).values(),
  ];
  const ofGroups = benjaminiHochberg(groups.map((group) => simes(group.map(({ p }) => p))));
  const steps = [...ofGroups].sort((a, b) => a - b);
  const q = new Array<number>(tests.length).fill(1);
  for (const [at, group] of groups.entries()) {
    const within = benjaminiHochberg(group.map(({ p }) => p));
    const known = new Map<number, number>();
    for (const [rank, { index }] of group.entries()) {
      const value = within[rank] ?? 1;
      const level = known.get(value) ?? leastLevel(value, ofGroups[at] ?? 1, steps);
      known.set(value, level);
      q[index] = level;
    }
  }
  return q;
}
