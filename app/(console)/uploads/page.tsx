import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { createLoader, type SearchParams } from "nuqs/server";
import { uploadParams } from "@/components/uploads/upload-params";
import { UploadsView } from "@/components/uploads/uploads-view";
import { config } from "@/lib/config";
import { pageContext } from "@/lib/http/session";
import { makeQueryClient } from "@/lib/queries/query-client";
import { UPLOADS_SHOWN, uploadQueries } from "@/lib/queries/uploads";
import { listUploads } from "@/lib/services/uploads/list-uploads";

export const metadata: Metadata = { title: "Uploads" };

const loadFilters = createLoader(uploadParams);

export default async function UploadsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { state, kind, cluster } = await loadFilters(searchParams);
  const ctx = await pageContext();
  const queryClient = makeQueryClient();
  const of = { state: state ?? undefined, kind: kind ?? undefined, cluster: cluster ?? undefined };
  await queryClient.prefetchQuery({
    ...uploadQueries.newest(of),
    queryFn: () => listUploads({ ctx, filter: { state, kind, cluster }, cursor: null, limit: UPLOADS_SHOWN }),
  });
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <UploadsView publicUrl={config().publicUrl} />
    </HydrationBoundary>
  );
}
