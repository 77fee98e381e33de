import Link from "next/link";
import { CodeBlock } from "@/components/ui/code-block";
import { StaleStrip } from "@/components/ui/stale-strip";
import { textLinkClasses } from "@/components/ui/text-link";
import { Instant } from "@/components/ui/time";
import type { ClusterSignalsDto } from "@/lib/domain/signals/dto";
import { routes } from "@/lib/routes";
import { metricsCommand } from "./evidence-commands";

/** What is wrong with how the metrics come in, and of when the newest are. Nothing while all is well. */
export function SourceTrouble({ source }: Pick<ClusterSignalsDto, "source">) {
  const { trouble, newestAt } = source;
  if (trouble === null) return null;
  return (
    <StaleStrip className="m-3.5">
      {trouble}{" "}
      {newestAt === null ? null : (
        <>
          The newest hour is of <Instant iso={newestAt} /> UTC.
        </>
      )}
    </StaleStrip>
  );
}

/** No metrics come in: how to send them, and how to have them asked for. */
export function NoMetrics({ cluster, release, publicUrl }: { cluster: string; release: string; publicUrl: string }) {
  return (
    <div className="p-3.5">
      <p className="max-w-[720px] text-ink2">
        No metrics of this cluster come in, so nothing can be said of its drops, its DNS or its load. Send a scrape of
        each agent once a minute; two of them make the first increments. It needs a token of scope ingest, from{" "}
        <Link href={routes.settings("tokens")} className={textLinkClasses}>
          Settings, Tokens
        </Link>
        .
      </p>
      <CodeBlock
        label="Command to send metrics"
        text={metricsCommand({ cluster, release, publicUrl })}
        className="mt-2.5"
      />
      <p className="mt-2.5 max-w-[720px] text-ink2">
        Or have Waggle ask the Prometheus, Thanos or Mimir of the cluster: its address is the field{" "}
        <span className="font-mono text-mono">prometheus</span> of the{" "}
        <Link href={routes.apiDocs()} className={textLinkClasses}>
          cluster's registration
        </Link>
        . Finished hours can be pushed as well.
      </p>
    </div>
  );
}
