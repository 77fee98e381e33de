import { Clock } from "@/components/ui/shapes";
import { Age } from "@/components/ui/time";

/** The age of the oldest evidence that the verdict rests on. */
export function OldestEvidence({ iso, stale = false }: { iso: string | null; stale?: boolean }) {
  if (iso === null) return <span title="Nothing has been reported">–</span>;
  return (
    <span className="inline-flex items-center gap-1">
      {stale ? <Clock title="stale" width={12} height={12} className="text-unproven" /> : null}
      <Age iso={iso} className={stale ? "" : "text-ink2"} />
    </span>
  );
}
