"use client";

import Link from "next/link";
import { Button } from "@/components/ui/button";
import { Cell, HeadCell, Row, RowHead, Table } from "@/components/ui/table";
import { textLinkClasses } from "@/components/ui/text-link";
import type { ClusterDto } from "@/lib/domain/clusters/cluster";
import { routes } from "@/lib/routes";
import { ClusterDialog } from "./cluster-dialog";
import { MESH_CHOICES, meshChoiceOf } from "./cluster-form";
import { RetireCluster } from "./retire-cluster";

/** The fleet as it was declared. */
export function ClusterTable({ clusters, canChange }: { clusters: readonly ClusterDto[]; canChange: boolean }) {
  return (
    <Table label="Clusters">
      <thead>
        <tr>
          <HeadCell pinned>Name</HeadCell>
          <HeadCell>Tier</HeadCell>
          <HeadCell>Place</HeadCell>
          <HeadCell>Kubernetes</HeadCell>
          <HeadCell>Installed release</HeadCell>
          <HeadCell>Features</HeadCell>
          <HeadCell>Mesh</HeadCell>
          {canChange ? (
            <HeadCell>
              <span className="sr-only">Change</span>
            </HeadCell>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {clusters.map((cluster) => (
          <Row key={cluster.name}>
            <RowHead className="whitespace-nowrap font-medium">
              <Link href={routes.cluster(cluster.name)} className={textLinkClasses}>
                {cluster.name}
              </Link>
            </RowHead>
            <Cell>{cluster.tier}</Cell>
            <Cell className="whitespace-nowrap">
              <Known>{[cluster.provider, cluster.region].filter(Boolean).join(", ")}</Known>
            </Cell>
            <Cell className="font-mono text-mono">
              <Known>{cluster.kubernetesVersion}</Known>
            </Cell>
            <Cell className="font-mono text-mono">
              <Known>{cluster.installedRelease}</Known>
            </Cell>
            <Cell className="whitespace-nowrap" title={cluster.features.join(", ")}>
              {cluster.featuresDeclared ? `${cluster.features.length} declared` : "chart’s defaults"}
            </Cell>
            <Cell className="whitespace-nowrap">
              {MESH_CHOICES.find((choice) => choice.value === meshChoiceOf(cluster.mesh))?.label}
            </Cell>
            {canChange ? (
              <Cell className="whitespace-nowrap text-right">
                <ClusterDialog
                  cluster={cluster}
                  trigger={
                    <Button variant="quiet" aria-label={`Change ${cluster.name}`}>
                      Change…
                    </Button>
                  }
                />
                <RetireCluster name={cluster.name} />
              </Cell>
            ) : null}
          </Row>
        ))}
      </tbody>
    </Table>
  );
}

function Known({ children }: { children: string | null }) {
  if (children) return children;
  return (
    <span className="text-ink3">
      <span aria-hidden="true">–</span>
      <span className="sr-only">not declared</span>
    </span>
  );
}
