import { Skeleton, SkeletonRows } from "@/components/ui/skeleton";

/** The board before anything is known: the same geometry in band colour. */
export function BoardSkeleton() {
  return (
    <>
      <div aria-hidden="true" className="after-200">
        <Skeleton className="mt-2 h-4 w-3/5" />
        <Skeleton className="mt-4 w-2/5" />
        <div className="mt-5 grid gap-4 lg:grid-cols-[minmax(0,1fr)_minmax(300px,26%)]">
          <div className="h-[172px] rounded-card border border-line" />
          <div className="h-[172px] rounded-card border border-line" />
        </div>
        <div className="mt-4 mb-2 h-8" />
      </div>
      <SkeletonRows label="The board is loading" rows={14} columns={9} />
    </>
  );
}
