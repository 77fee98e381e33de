import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { RegressionView } from "@/components/regressions/detail-view";
import { prefetchRegression } from "./prefetch-regression";

export const metadata: Metadata = { title: "Regression" };

export default async function RegressionPage({ params }: { params: Promise<{ id: string }> }) {
  const id = decodeURIComponent((await params).id);
  return (
    <HydrationBoundary state={await prefetchRegression(id)}>
      <RegressionView id={id} />
    </HydrationBoundary>
  );
}
