import Link from "next/link";
import type { DataColumn } from "@/components/data-table/data-column";
import { isStale } from "@/components/readiness/is-stale";
import { VersionInView } from "@/components/readiness/version-in-view";
import { VerdictWord } from "@/components/status/verdict";
import { Age } from "@/components/ui/time";
import { TIERS } from "@/lib/domain/clusters/cluster";
import { VERDICTS } from "@/lib/domain/readiness/verdict";
import { numberWords } from "@/lib/domain/readiness/words";
import { routes } from "@/lib/routes";
import type { ClusterRow } from "./cluster-rows";
import { featureWords } from "./cluster-words";

/** Unknown is a dash with its reason. */
function Unknown({ why }: { why: string }) {
  return (
    <span title={why} className="text-ink3">
      –
    </span>
  );
}

function Nodes({ total, ready }: { total: number; ready: number }) {
  if (total === 0) return <Unknown why="No node has reported" />;
  return (
    <span title={`${ready} of ${total} reported in the last 7 days`}>
      {numberWords(ready)}
      <span className="text-ink3"> / {numberWords(total)}</span>
    </span>
  );
}

const text = (value: string | null, why: string) => value ?? <Unknown why={why} />;

/** What is declared of a cluster. */
const PLACE: DataColumn<ClusterRow>[] = [
  {
    id: "tier",
    header: "Tier",
    width: "88px",
    value: ({ cluster }) => TIERS.indexOf(cluster.tier),
    cell: ({ cluster }) => cluster.tier,
    className: "max-sm:hidden",
  },
  {
    id: "region",
    header: "Region",
    width: "11%",
    value: ({ cluster }) => cluster.region,
    cell: ({ cluster }) => text(cluster.region, "No region is declared"),
    className: "whitespace-nowrap max-md:hidden",
  },
  {
    id: "provider",
    header: "Provider",
    width: "8%",
    value: ({ cluster }) => cluster.provider,
    cell: ({ cluster }) => text(cluster.provider, "No provider is declared"),
    className: "whitespace-nowrap max-[85rem]:hidden",
  },
  {
    id: "kubernetes",
    header: "Kubernetes",
    width: "84px",
    value: ({ cluster }) => cluster.kubernetesVersion,
    cell: ({ cluster }) => text(cluster.kubernetesVersion, "No Kubernetes version is declared"),
    className: "max-lg:hidden",
  },
];

const EVIDENCE: DataColumn<ClusterRow>[] = [
  {
    id: "features",
    header: "Features",
    width: "20%",
    value: ({ cluster }) => cluster.features.join(" "),
    cell: ({ cluster }) => (
      <span title={cluster.features.join(", ")} className="block truncate text-ink2">
        {featureWords(cluster)}
      </span>
    ),
    className: "max-w-0 max-lg:hidden",
  },
  {
    id: "nodes",
    header: "Nodes heard",
    width: "92px",
    numeric: true,
    value: ({ cluster }) => cluster.nodes.total,
    cell: ({ cluster }) => <Nodes {...cluster.nodes} />,
  },
  {
    id: "heard",
    header: "Last heard",
    width: "84px",
    numeric: true,
    value: ({ cluster }) => cluster.observedAt,
    cell: ({ cluster }) =>
      cluster.observedAt === null ? (
        <Unknown why="It never sent anything" />
      ) : (
        <Age iso={cluster.observedAt} className="text-ink2" />
      ),
  },
];

function nameColumn(release: string | undefined): DataColumn<ClusterRow> {
  return {
    id: "name",
    header: "Cluster",
    width: "18%",
    value: ({ cluster }) => cluster.name,
    cell: ({ cluster }) => (
      <Link
        href={routes.cluster(cluster.name, { release })}
        prefetch={false}
        data-row-link
        title={cluster.name}
        className="block truncate rounded-bar font-medium hover:underline"
      >
        {cluster.name}
      </Link>
    ),
  };
}

const VERDICT: DataColumn<ClusterRow> = {
  id: "verdict",
  header: "Verdict",
  width: "96px",
  value: ({ readiness }) => (readiness === null ? null : VERDICTS.length - VERDICTS.indexOf(readiness.verdict)),
  cell: ({ readiness }) =>
    readiness === null ? (
      <Unknown why="There is no release to judge it for" />
    ) : (
      <VerdictWord verdict={readiness.verdict} stale={isStale(readiness)} />
    ),
};

function runsColumn(candidate: string): DataColumn<ClusterRow> {
  return {
    id: "runs",
    header: "Runs",
    width: "72px",
    value: ({ cluster }) => cluster.installedRelease,
    cell: ({ cluster }) => <VersionInView version={cluster.installedRelease} candidate={candidate} />,
  };
}

/** The columns of the list of clusters, for the candidate. */
export function clusterColumns(candidate: string, release: string | undefined): DataColumn<ClusterRow>[] {
  return [nameColumn(release), VERDICT, ...PLACE, runsColumn(candidate), ...EVIDENCE];
}
