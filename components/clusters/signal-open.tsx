"use client";

import { useQuery } from "@tanstack/react-query";
import { X } from "lucide-react";
import Link from "next/link";
import { SignalChart, SignalChartSkeleton } from "@/components/charts/signal-chart";
import { QueryProblem } from "@/components/status/query-problem";
import { Button } from "@/components/ui/button";
import { textLinkClasses } from "@/components/ui/text-link";
import type { ClusterSignalDto } from "@/lib/domain/signals/dto";
import { type SeriesOf, signalQueries } from "@/lib/queries/signals";
import { routes } from "@/lib/routes";

interface SignalOpenProps {
  of: SeriesOf;
  /** Undefined: the signal is not one of the cluster's. */
  item: ClusterSignalDto | undefined;
  onClose: () => void;
}

/** The large chart of one signal with what the rules say of it. */
export function SignalOpen({ of, item, onClose }: SignalOpenProps) {
  const series = useQuery(signalQueries.series(of));
  return (
    <div className="border-line border-b p-3.5">
      <div className="mb-3 flex items-start justify-between gap-4">
        <p className="max-w-[720px] text-pretty">
          {item?.summary ?? `There is no signal ${of.signal}.`}{" "}
          {item?.regressionId == null ? null : (
            <Link href={routes.regression(item.regressionId)} prefetch={false} className={textLinkClasses}>
              The regression
            </Link>
          )}
        </p>
        <Button size="icon" variant="quiet" onClick={onClose} aria-label="Close the chart" className="print:hidden">
          <X size={14} aria-hidden="true" />
        </Button>
      </div>
      {series.data == null ? (
        series.isError ? (
          <QueryProblem what="The signal" query={series} />
        ) : series.data === undefined ? (
          <SignalChartSkeleton />
        ) : null
      ) : (
        <SignalChart
          series={series.data}
          baselineValue={item?.card?.baseline?.value ?? item?.baselineValue ?? null}
          onset={item?.card?.onset ?? null}
          level={3}
        />
      )}
    </div>
  );
}
