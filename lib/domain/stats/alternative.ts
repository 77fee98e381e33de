/** Which deviation from "nothing changed" a test looks for, in the first sample or the first row. */
export type Alternative = "greater" | "less" | "two-sided";

/** The p-value of an alternative from the two one-sided ones; two-sided by doubling the smaller. */
export function pickTail(alternative: Alternative, greater: number, less: number): number {
  if (alternative === "greater") return greater;
  return alternative === "less" ? less : Math.min(1, 2 * Math.min(greater, less));
}
