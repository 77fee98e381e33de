import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import type { SearchParams } from "nuqs/server";
import { ClusterView } from "@/components/clusters/cluster-view";
import { config } from "@/lib/config";
import { ClusterNameSchema } from "@/lib/domain/clusters/cluster";
import { loadRelease } from "../../search-params";
import { prefetchCluster } from "./prefetch-cluster";

interface Props {
  params: Promise<{ name: string }>;
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await params).name };
}

export default async function ClusterPage({ params, searchParams }: Props) {
  const { name } = await params;
  if (!ClusterNameSchema.safeParse(name).success) notFound();
  const { release } = await loadRelease(searchParams);
  return (
    <HydrationBoundary state={await prefetchCluster(name, release)}>
      <ClusterView name={name} publicUrl={config().publicUrl} />
    </HydrationBoundary>
  );
}
