import type { Area } from "@/lib/domain/readiness/area";
import type { Reason, Severity } from "@/lib/domain/readiness/reason";

/** How many reasons there are of each severity. */
export function countSeverities(reasons: readonly Reason[]): Record<Severity, number> {
  const counts = { blocks: 0, missing: 0, risk: 0, info: 0 };
  for (const { severity } of reasons) counts[severity] += 1;
  return counts;
}

/** `2 block, 1 is missing, 3 are risks`; empty when nothing holds. */
export function holdingWords(reasons: readonly Reason[]): string {
  const { blocks, missing, risk } = countSeverities(reasons);
  const parts = [
    blocks > 0 ? `${blocks} ${blocks === 1 ? "blocks" : "block"}` : "",
    missing > 0 ? `${missing} ${missing === 1 ? "is" : "are"} missing` : "",
    risk > 0 ? `${risk} ${risk === 1 ? "is a risk" : "are risks"}` : "",
  ];
  return parts.filter((part) => part !== "").join(", ");
}

/** The same where there is little room: `2 block, 1 missing, 3 risks`. */
export function holdingShort(reasons: readonly Reason[]): string {
  const { blocks, missing, risk } = countSeverities(reasons);
  const parts = [
    blocks > 0 ? `${blocks} ${blocks === 1 ? "blocks" : "block"}` : "",
    missing > 0 ? `${missing} missing` : "",
    risk > 0 ? `${risk} ${risk === 1 ? "risk" : "risks"}` : "",
  ];
  return parts.filter((part) => part !== "").join(", ");
}

export function reasonsOf(area: Area, reasons: readonly Reason[]): Reason[] {
  return reasons.filter((reason) => reason.area === area);
}
