"use client";

import { X } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import type { GateRunDto } from "@/lib/domain/gates/gate-run";
import type { Area } from "@/lib/domain/readiness/area";
import type { ClusterReadinessDto } from "@/lib/domain/readiness/dto";
import type { Reason } from "@/lib/domain/readiness/reason";
import { holdingWords, reasonsOf } from "./reason-counts";
import { ReasonItem } from "./reason-item";

interface WhyCardProps {
  readiness: ClusterReadinessDto;
  /** The cluster's newest runs: evidence among them is named by its time. */
  runs: readonly GateRunDto[];
  /** The area in the address: its reasons are marked. */
  area: Area | null;
  onClear: () => void;
}

function Reasons({ reasons, runs, area }: { reasons: readonly Reason[] } & Pick<WhyCardProps, "runs" | "area">) {
  return (
    <ul>
      {reasons.map((reason) => (
        <ReasonItem
          key={`${reason.severity} ${reason.code} ${reason.subject}`}
          reason={reason}
          runs={runs}
          marked={reason.area === area}
        />
      ))}
    </ul>
  );
}

/** Every reason with its evidence and since when, what weighs most first; notes that decide nothing are folded. */
export function WhyCard({ readiness, runs, area, onClear }: WhyCardProps) {
  const { reasons } = readiness;
  const holding = reasons.filter(({ severity }) => severity !== "info");
  const notes = reasons.filter(({ severity }) => severity === "info");
  const nothingInArea = area !== null && reasonsOf(area, holding).length === 0;
  return (
    <Card
      title="Why"
      note={holdingWords(holding) || "nothing holds it"}
      aside={
        area === null ? (
          <span className="max-sm:hidden">ordered by severity, then by age</span>
        ) : (
          <Button onClick={onClear} className="h-6 px-2">
            {area}
            <X size={13} aria-hidden="true" />
            <span className="sr-only">, mark no area</span>
          </Button>
        )
      }
      flush
    >
      {nothingInArea ? (
        <p className="border-line border-b px-3.5 py-2.5 text-ink2 last:border-b-0">
          Nothing holds {area}: it is ready.
        </p>
      ) : null}
      {holding.length === 0 ? (
        <p className="px-3.5 py-2.5 text-ink2">Every required check is proven and nothing speaks against it.</p>
      ) : (
        <Reasons reasons={holding} runs={runs} area={area} />
      )}
      {notes.length === 0 ? null : (
        <Disclosure
          key={area}
          open={area !== null && nothingInArea && reasonsOf(area, notes).length > 0}
          summary={
            <span className="text-ink2">
              {notes.length === 1 ? "1 note that changes nothing" : `${notes.length} notes that change nothing`}
            </span>
          }
          className="border-line border-t [&>summary]:min-h-9 [&>summary]:px-3.5"
        >
          <Reasons reasons={notes} runs={runs} area={area} />
        </Disclosure>
      )}
    </Card>
  );
}
