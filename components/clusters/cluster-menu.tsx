"use client";

import { useQuery } from "@tanstack/react-query";
import { FilterMenu } from "@/components/ui/filter-menu";
import { clusterQueries } from "@/lib/queries/clusters";

interface ClusterMenuProps {
  cluster: string | null;
  onChange: (cluster: string | null) => void;
}

/** The filter by one cluster. One that is not registered can still be seen and taken away. */
export function ClusterMenu({ cluster, onChange }: ClusterMenuProps) {
  const { data = [] } = useQuery(clusterQueries.all());
  const names = data.map(({ name }) => name);
  const all = cluster === null || names.includes(cluster) ? names : [cluster, ...names];
  return (
    <FilterMenu
      label="Cluster"
      values={cluster === null ? [] : [cluster]}
      options={all.map((name) => ({ value: name, label: name }))}
      onValuesChange={(values) => onChange(values.at(-1) ?? null)}
    />
  );
}
