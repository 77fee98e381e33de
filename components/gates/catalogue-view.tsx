"use client";

import { useQuery } from "@tanstack/react-query";
import { useQueryStates } from "nuqs";
import { useMemo } from "react";
import { FilterField } from "@/components/data-table/filter-field";
import { statementOf } from "@/components/data-table/table-statement";
import { useRelease } from "@/components/layout/use-release";
import { AdminOnly } from "@/components/settings/admin-only";
import { QueryProblem, QueryStale } from "@/components/status/query-problem";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { SkeletonRows } from "@/components/ui/skeleton";
import type { Role } from "@/lib/domain/auth/actor";
import type { Gate } from "@/lib/domain/gates/gate";
import { type GateActivityAnswer, gateQueries } from "@/lib/queries/gates";
import { AreaChips } from "./area-chips";
import { CatalogueTable } from "./catalogue-table";
import { filterGates } from "./filter-gates";
import { GateDialog } from "./gate-dialog";
import { catalogueParams } from "./gate-params";
import { catalogueSentence } from "./gate-words";

/** What must a cluster pass, and how far is the candidate through it? */
export function CatalogueView({ role }: { role: Role }) {
  const [release] = useRelease();
  const gates = useQuery(gateQueries.catalogue());
  const activity = useQuery(gateQueries.activity(release));
  if (gates.data === undefined) {
    return gates.isError ? (
      <QueryProblem what="The gates" query={gates} />
    ) : (
      <SkeletonRows label="The gates are loading" rows={14} columns={5} />
    );
  }
  return (
    <>
      {gates.isError ? <QueryStale what="The gates" query={gates} /> : null}
      {activity.isError ? <QueryStale what="What was run" query={activity} /> : null}
      <Catalogue gates={gates.data} activity={activity.data ?? null} role={role} />
    </>
  );
}

interface CatalogueProps {
  gates: readonly Gate[];
  activity: GateActivityAnswer | null;
  role: Role;
}

function Catalogue({ gates, activity, role }: CatalogueProps) {
  const [release] = useRelease();
  const [filters, set] = useQueryStates(catalogueParams);
  const { items, counts } = useMemo(() => filterGates(gates, filters), [gates, filters]);
  const clear = () => void set({ q: null, area: null }, { history: "push" });
  return (
    <>
      <header className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="max-w-[1090px]">
          <h1 className="text-balance text-title">
            {catalogueSentence(gates, activity?.release ?? null, activity?.items ?? [])}
          </h1>
          <p className="mt-1 text-ink2">
            A gate is a named check. A cluster is not ready without those that its tier requires, run with the
            candidate, often enough and not too long ago.
          </p>
        </div>
        <div className="flex flex-wrap items-center gap-3 print:hidden">
          {role === "admin" ? (
            <GateDialog gate={null} />
          ) : (
            <AdminOnly id="no-gate" label="Define a gate" what="define gates" role={role} />
          )}
        </div>
      </header>
      <div className="mt-4 mb-2 flex flex-wrap items-center gap-2 print:hidden">
        <FilterField
          label="Filter gates"
          value={filters.q}
          onChange={(q) => void set({ q: q === "" ? null : q }, { history: "replace" })}
        />
        <AreaChips
          chosen={filters.area}
          counts={counts}
          onChange={(area) => void set({ area: area.length === 0 ? null : area }, { history: "push" })}
        />
      </div>
      {items.length === 0 ? (
        <EmptyState title="No gate matches these filters" className="max-w-none border-line border-y px-2.5">
          The filter looks at the title, the id, what the gate proves and its tool.
          <Button className="mt-3 flex" onClick={clear}>
            Clear the filters
          </Button>
        </EmptyState>
      ) : (
        <CatalogueTable gates={items} activity={activity} release={release} />
      )}
      <p role="status" className="figures flex min-h-9 items-center px-2.5 text-ink3 text-small">
        {statementOf(items.length, gates.length, "gate")}
      </p>
    </>
  );
}
