import { Skeleton, SkeletonRows } from "@/components/ui/skeleton";

/** Any page before it is known: its title, its sentence and its rows in band colour. */
export default function PageLoading() {
  return (
    <>
      <div aria-hidden="true" className="after-200">
        <Skeleton className="mt-2 h-4 w-3/5" />
        <Skeleton className="mt-4 mb-8 w-2/5" />
      </div>
      <SkeletonRows label="The page is loading" rows={14} columns={6} />
    </>
  );
}
