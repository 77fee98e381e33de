import { cn } from "@/components/ui/cn";
import { type ClusterMark, MARK_HEIGHT, prepareClusterStrip } from "./prepare-cluster-strip";
import { countVerdicts, verdictSentence } from "./prepare-verdict-counts";
import { VERDICT_FILL } from "./verdict-fill";

/** One mark for each cluster, worst first. */
export function ClusterStrip({ clusters, className }: { clusters: readonly ClusterMark[]; className?: string }) {
  const sentence = verdictSentence(countVerdicts(clusters.map(({ verdict }) => verdict)));
  return (
    <span
      role="img"
      aria-label={`One mark per cluster: ${sentence}`}
      data-print-exact
      className={cn("inline-flex h-3.5 flex-wrap items-end gap-px overflow-hidden", className)}
    >
      {prepareClusterStrip(clusters).map(({ name, verdict }) => (
        <span
          key={name}
          title={`${name}: ${verdict}`}
          style={{ height: `${MARK_HEIGHT[verdict] * 100}%` }}
          className={cn("w-1 rounded-[1px]", VERDICT_FILL[verdict])}
        />
      ))}
    </span>
  );
}
