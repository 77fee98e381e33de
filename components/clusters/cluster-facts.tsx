"use client";

import Link from "next/link";
import type { ReactNode } from "react";
import { useNow } from "@/components/ui/clock";
import { formatAge } from "@/components/ui/format-age";
import { formatExact } from "@/components/ui/format-instant";
import { textLinkClasses } from "@/components/ui/text-link";
import type { ClusterDto } from "@/lib/domain/clusters/cluster";
import type { ClusterReadinessDto } from "@/lib/domain/readiness/dto";
import { routes } from "@/lib/routes";
import { deliveryWords, featureWords, kubernetesWords, meshWords } from "./cluster-words";

function Fact({ label, title, children }: { label: string; title?: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-label text-ink3">{label}</dt>
      <dd title={title} className="truncate print:whitespace-normal">
        {children}
      </dd>
    </div>
  );
}

/** "38 min to 5 h old": the newest and the oldest of what the verdict rests on. */
function EvidenceAge({ evidence }: Pick<ClusterReadinessDto, "evidence">) {
  const now = useNow();
  const { newestAt, oldestAt } = evidence;
  if (newestAt === null || oldestAt === null) return "none yet";
  if (now === null) return formatExact(newestAt);
  const [newest, oldest] = [newestAt, oldestAt].map((iso) => formatAge((now.getTime() - Date.parse(iso)) / 1000));
  return newest === oldest ? `${newest} old` : `${newest} to ${oldest} old`;
}

/** What the cluster is, in a row. */
export function ClusterFacts({ cluster, readiness }: { cluster: ClusterDto; readiness: ClusterReadinessDto }) {
  const { tier, installedRelease, features, labels, delivery, mesh } = cluster;
  const labelWords = Object.entries(labels).map(([name, value]) => `${name}=${value}`);
  return (
    <dl id="facts" className="my-4 flex flex-wrap gap-x-7 gap-y-2.5 sm:pl-[30px]">
      <Fact label="Runs">
        {installedRelease === null ? (
          "not known"
        ) : (
          <span className="font-medium font-mono text-mono">{installedRelease}</span>
        )}
      </Fact>
      <Fact label="Tier">{tier}</Fact>
      <Fact label="Kubernetes">{kubernetesWords(cluster)}</Fact>
      <Fact label="Delivery">{deliveryWords(delivery)}</Fact>
      <Fact label="Features" title={features.join(", ")}>
        {featureWords(cluster)}
      </Fact>
      <Fact label="Mesh">{meshWords(mesh)}</Fact>
      <Fact label="Regressions">
        {readiness.openRegressions === 0 ? (
          "none open"
        ) : (
          <Link
            href={routes.regressions({ release: readiness.release, cluster: cluster.name })}
            prefetch={false}
            className={textLinkClasses}
          >
            {readiness.openRegressions} open
          </Link>
        )}
      </Fact>
      <Fact label="Evidence">
        <EvidenceAge evidence={readiness.evidence} />
      </Fact>
      {labelWords.length === 0 ? null : (
        <Fact label="Labels" title={labelWords.join(", ")}>
          {labelWords.slice(0, 2).join(", ")}
          {labelWords.length > 2 ? ` and ${labelWords.length - 2} more` : ""}
        </Fact>
      )}
    </dl>
  );
}
