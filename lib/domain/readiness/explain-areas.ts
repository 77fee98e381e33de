import { type Area, eachArea } from "./area";
import type { AreaVerdictDto } from "./dto";
import type { Reason } from "./reason";

/** Reasons that say: it was proven once, too long ago. */
const STALE_CODES: ReadonlySet<string> = new Set(["gate-stale", "node-reports-stale"]);

function explainArea(judged: AreaVerdictDto, reasons: readonly Reason[]): AreaVerdictDto {
  const [first] = reasons.filter(({ severity }) => severity !== "info");
  if (first === undefined) return judged;
  const missing = reasons.filter(({ severity }) => severity === "missing");
  const stale = judged.verdict === "unproven" && missing.every(({ code }) => STALE_CODES.has(code));
  return { ...judged, why: first.summary, ...(stale ? { stale } : {}) };
}

/** The areas of one cluster, each that is held with its first reason. Reasons come in the order of the judgement. */
export function explainAreas(
  areas: Record<Area, AreaVerdictDto>,
  reasons: readonly Reason[],
): Record<Area, AreaVerdictDto> {
  return eachArea((area) =>
    explainArea(
      areas[area],
      reasons.filter((reason) => reason.area === area),
    ),
  );
}
