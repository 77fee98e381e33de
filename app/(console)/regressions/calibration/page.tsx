import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { CalibrationView } from "@/components/regressions/calibration-view";
import { pageContext } from "@/lib/http/session";
import { makeQueryClient } from "@/lib/queries/query-client";
import { regressionQueries } from "@/lib/queries/regressions";
import { getCalibration } from "@/lib/services/regressions/get-calibration";

export const metadata: Metadata = { title: "Calibration" };

export default async function CalibrationPage() {
  const ctx = await pageContext();
  const queryClient = makeQueryClient();
  await queryClient.prefetchQuery({ ...regressionQueries.calibration(), queryFn: () => getCalibration({ ctx }) });
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <CalibrationView />
    </HydrationBoundary>
  );
}
