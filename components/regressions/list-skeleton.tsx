import { Skeleton, SkeletonRows } from "@/components/ui/skeleton";

/** The page of regressions before anything is known. */
export function ListSkeleton() {
  return (
    <>
      <div aria-hidden="true" className="after-200">
        <Skeleton className="mt-2 h-4 w-3/5" />
        <Skeleton className="mt-4 mb-12 w-2/5" />
      </div>
      <SkeletonRows label="The regressions are loading" rows={12} columns={6} />
    </>
  );
}
