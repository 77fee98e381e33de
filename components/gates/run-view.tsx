"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { QueryProblem } from "@/components/status/query-problem";
import { OutcomeMark } from "@/components/status/result";
import { EmptyState } from "@/components/ui/empty-state";
import { SkeletonRows } from "@/components/ui/skeleton";
import { textLinkClasses } from "@/components/ui/text-link";
import { gateRunQueries } from "@/lib/queries/gate-runs";
import { gateQueries } from "@/lib/queries/gates";
import { routes } from "@/lib/routes";
import { RunCases } from "./run-cases";
import { RunDefects } from "./run-defects";
import { RunFacts } from "./run-facts";
import { runSentence } from "./run-words";

/** What did one run come to, and which cases say so? */
export function RunView({ id }: { id: string }) {
  const query = useQuery(gateRunQueries.run(id));
  const { data: gates } = useQuery(gateQueries.catalogue());
  const run = query.data;
  if (run === undefined) {
    if (query.isError) return <QueryProblem what="The run" query={query} />;
    return <SkeletonRows label="The run is loading" rows={12} columns={3} />;
  }
  if (run === null) return <NoRun id={id} />;
  const title = gates?.find((gate) => gate.id === run.gate)?.title ?? run.gate;
  return (
    <>
      <header>
        <h1 className="flex max-w-[1090px] items-start gap-2.5 text-balance text-title">
          <OutcomeMark outcome={run.outcome} size={22} decorative className="mt-1" />
          {runSentence(run, title)}
        </h1>
        <RunFacts run={run} />
      </header>
      <RunDefects run={run} />
      <div className="mt-4">
        <RunCases run={run} />
      </div>
    </>
  );
}

function NoRun({ id }: { id: string }) {
  return (
    <>
      <h1 className="text-title">There is no such run</h1>
      <EmptyState title={`No run has the id ${id}`} className="mt-2 px-0">
        Runs are never removed, so the address is not one that was ever given.{" "}
        <Link href={routes.gates()} className={textLinkClasses}>
          All gates
        </Link>
      </EmptyState>
    </>
  );
}
