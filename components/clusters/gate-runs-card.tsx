"use client";

import type { UseQueryResult } from "@tanstack/react-query";
import Link from "next/link";
import { QueryProblem } from "@/components/status/query-problem";
import { OutcomeWord } from "@/components/status/result";
import { Card } from "@/components/ui/card";
import { formatDuration } from "@/components/ui/format-age";
import { SkeletonRows } from "@/components/ui/skeleton";
import { Cell, HeadCell, Row, RowHead, Table } from "@/components/ui/table";
import { Instant } from "@/components/ui/time";
import type { GateRunDto } from "@/lib/domain/gates/gate-run";
import { routes } from "@/lib/routes";
import { caseWords } from "./case-words";

function Run({ run }: { run: GateRunDto }) {
  return (
    <Row data-row={run.id} tabIndex={-1} className="focus-visible:-outline-offset-2">
      <RowHead pinned={false} className="pl-3.5">
        <Link
          href={routes.gateRun(run.id)}
          prefetch={false}
          data-row-link
          className="rounded-bar font-medium hover:underline"
        >
          {run.gate}
        </Link>
      </RowHead>
      <Cell>
        <OutcomeWord outcome={run.outcome} className={run.outcome === "passed" ? "" : "font-semibold text-ink"} />
      </Cell>
      <Cell className="whitespace-nowrap text-ink2 max-sm:hidden">
        {caseWords(run.counts)}
        {run.wellFormed ? null : <span className="text-ink3">, broken XML</span>}
      </Cell>
      <Cell numeric className="text-ink2 max-sm:hidden">
        {run.durationSeconds === null ? (
          <span title="The report does not say">–</span>
        ) : (
          formatDuration(run.durationSeconds)
        )}
      </Cell>
      <Cell numeric className="pr-3.5 text-ink2">
        <Instant iso={run.ranAt} />
      </Cell>
    </Row>
  );
}

interface GateRunsCardProps {
  runs: UseQueryResult<{ items: GateRunDto[]; nextCursor: string | null }>;
  release: string;
}

/** The newest runs of gates on the cluster; each opens. */
export function GateRunsCard({ runs, release }: GateRunsCardProps) {
  const items = runs.data?.items ?? [];
  return (
    <Card
      title="Gate runs"
      note={
        items.length === 0
          ? undefined
          : `${runs.data?.nextCursor ? `the newest ${items.length}` : items.length} for ${release}`
      }
      flush
    >
      {runs.data === undefined ? (
        runs.isError ? (
          <QueryProblem what="The gate runs" query={runs} />
        ) : (
          <SkeletonRows label="The gate runs are loading" rows={6} columns={5} />
        )
      ) : items.length === 0 ? (
        <p className="px-3.5 py-2.5 text-ink2">No gate has run on this cluster with {release}.</p>
      ) : (
        <Table label="Gate runs">
          <thead>
            <tr>
              <HeadCell className="pl-3.5">Gate</HeadCell>
              <HeadCell>Outcome</HeadCell>
              <HeadCell className="max-sm:hidden">Cases</HeadCell>
              <HeadCell numeric className="max-sm:hidden">
                Took
              </HeadCell>
              <HeadCell numeric className="pr-3.5">
                Ran, UTC
              </HeadCell>
            </tr>
          </thead>
          <tbody>
            {items.map((run) => (
              <Run key={run.id} run={run} />
            ))}
          </tbody>
        </Table>
      )}
    </Card>
  );
}
