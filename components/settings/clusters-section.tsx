"use client";

import { useQuery } from "@tanstack/react-query";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { SkeletonRows } from "@/components/ui/skeleton";
import type { Role } from "@/lib/domain/auth/actor";
import { clusterQueries } from "@/lib/queries/clusters";
import { AdminOnly } from "./admin-only";
import { ClusterDialog } from "./cluster-dialog";
import { ClusterTable } from "./cluster-table";
import { clustersSentence, registerCommand } from "./cluster-words";
import { SectionHead } from "./section-head";
import { TableCard } from "./table-card";

/** What is known of the fleet, and how it is changed. */
export function ClustersSection({ role, origin }: { role: Role; origin: string }) {
  const { data, error, refetch, isFetching } = useQuery(clusterQueries.all());
  const isAdmin = role === "admin";
  return (
    <>
      <SectionHead
        title={data === undefined ? "Clusters" : clustersSentence(data)}
        action={
          isAdmin ? (
            <ClusterDialog cluster={null} trigger={<Button variant="primary">Register a cluster</Button>} />
          ) : (
            <AdminOnly id="no-register" label="Register a cluster" what="register and change clusters" role={role} />
          )
        }
      >
        Evidence is taken for registered clusters only. Retired ones are gone from here and kept in history.
      </SectionHead>
      {error === null ? null : (
        <ErrorState title="Clusters did not load" onRetry={() => void refetch()} retrying={isFetching}>
          {error.message}
        </ErrorState>
      )}
      <TableCard>
        {data === undefined ? (
          <SkeletonRows label="Clusters load" columns={7} />
        ) : data.length === 0 ? (
          <EmptyState title="No cluster is registered" command={registerCommand(origin)}>
            Register the first one here, or from a pipeline:
          </EmptyState>
        ) : (
          <ClusterTable clusters={data} canChange={isAdmin} />
        )}
      </TableCard>
    </>
  );
}
