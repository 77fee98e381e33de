"use client";

import { VerdictWord } from "@/components/status/verdict";
import { Card } from "@/components/ui/card";
import { cn } from "@/components/ui/cn";
import { countOf } from "@/components/ui/format-count";
import type { ClusterDto } from "@/lib/domain/clusters/cluster";
import type { Gate } from "@/lib/domain/gates/gate";
import { AREAS, type Area } from "@/lib/domain/readiness/area";
import type { ClusterReadinessDto } from "@/lib/domain/readiness/dto";
import { holdingShort, reasonsOf } from "./reason-counts";
import { requiredChecks } from "./required-checks";

interface AreasCardProps {
  cluster: ClusterDto;
  readiness: ClusterReadinessDto;
  /** Absent while they are not known. */
  gates: readonly Gate[] | undefined;
  area: Area | null;
  onChoose: (area: Area | null) => void;
}

/** The six areas; each marks its reasons. */
export function AreasCard({ cluster, readiness, gates, area: chosen, onChoose }: AreasCardProps) {
  const checks = gates === undefined ? undefined : requiredChecks(gates, cluster);
  const words = (area: Area) => {
    if (readiness.areas[area].notApplicable) return "no mesh";
    const holding = holdingShort(reasonsOf(area, readiness.reasons));
    return holding || (checks === undefined ? "" : countOf(checks[area], "check"));
  };
  return (
    <Card title="Areas" flush>
      <ul className="py-1.5">
        {AREAS.map((area) => {
          const { verdict, stale, notApplicable } = readiness.areas[area];
          return (
            <li key={area}>
              <button
                type="button"
                aria-pressed={area === chosen}
                onClick={() => onChoose(area === chosen ? null : area)}
                className={cn(
                  "touch grid min-h-7 w-full grid-cols-[80px_88px_minmax(0,1fr)] items-center px-3.5 text-left hover:bg-hover focus-visible:-outline-offset-2",
                  area === chosen && "bg-select hover:bg-select",
                )}
              >
                {area}
                {notApplicable ? (
                  <span className="text-ink3">–</span>
                ) : (
                  <VerdictWord
                    verdict={verdict}
                    quiet
                    stale={stale ?? false}
                    className={verdict === "ready" ? "" : "text-ink"}
                  />
                )}
                <span className="truncate text-right text-ink3 text-small">{words(area)}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
