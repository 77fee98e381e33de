import type { Labels } from "./exposition";

/**
 * What makes two samples of one series, as one text: the name and the labels, which are in the order of their names.
 * Each part has its length before it, as any character may stand in it.
 */
export function seriesKey(name: string, labels: Labels): string {
  let key = `${name.length}:${name}`;
  for (const [label, value] of labels) key += `${label.length}:${label}${value.length}:${value}`;
  return key;
}
