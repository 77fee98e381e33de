"use client";

import { ExternalLink } from "lucide-react";
import Link from "next/link";
import { caseWords } from "@/components/clusters/case-words";
import { onRowKeys } from "@/components/data-table/on-row-keys";
import { OutcomeMark } from "@/components/status/result";
import { cn } from "@/components/ui/cn";
import { formatDuration } from "@/components/ui/format-age";
import { Cell, HeadCell, Row, RowHead, Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { Instant } from "@/components/ui/time";
import type { GateRunDto } from "@/lib/domain/gates/gate-run";
import { routes } from "@/lib/routes";

/** What a run is noted for besides its outcome. */
function Notes({ run }: { run: GateRunDto }) {
  return (
    <span className="inline-flex gap-1">
      {run.attempt > 1 ? <Tag>attempt {run.attempt}</Tag> : null}
      {run.counts.flaky > 0 ? <Tag>flaky</Tag> : null}
      {run.wellFormed ? null : <Tag>not well-formed</Tag>}
    </span>
  );
}

function RunRow({ run, everyRelease }: { run: GateRunDto; everyRelease: boolean }) {
  const isQuiet = run.outcome === "passed";
  return (
    <Row data-row={run.id} tabIndex={-1} className="focus-visible:-outline-offset-2">
      <RowHead pinned={false} className="pl-3.5">
        <Link
          href={routes.gateRun(run.id)}
          prefetch={false}
          data-row-link
          className={cn(
            "inline-flex min-h-6 items-center gap-1.5 rounded-cell hover:underline",
            isQuiet ? "text-ink2" : "font-semibold",
          )}
        >
          <OutcomeMark outcome={run.outcome} decorative />
          {run.outcome}
        </Link>
      </RowHead>
      <Cell>
        <span className="flex flex-wrap items-baseline gap-x-2">
          <span>{run.cluster}</span>
          {everyRelease ? <span className="font-mono text-ink2 text-mono">{run.release}</span> : null}
        </span>
      </Cell>
      <Cell className="text-ink2 max-sm:hidden">{caseWords(run.counts)}</Cell>
      <Cell className="max-md:hidden">
        <Notes run={run} />
      </Cell>
      <Cell numeric className="text-ink2 max-md:hidden">
        {run.durationSeconds === null ? (
          <span title="The document does not say">–</span>
        ) : (
          formatDuration(run.durationSeconds)
        )}
      </Cell>
      <Cell numeric className="text-ink2">
        <Instant iso={run.ranAt} />
      </Cell>
      <Cell className="pr-3.5 text-right max-sm:hidden">
        {run.url === null ? null : (
          <a
            href={run.url}
            target="_blank"
            rel="noreferrer"
            title={run.url}
            className="inline-flex min-h-6 items-center gap-1 rounded-cell text-ink2 hover:text-ink"
          >
            CI
            <ExternalLink size={12} aria-hidden="true" />
            <span className="sr-only">
              {" "}
              job of the run on {run.cluster} at {run.ranAt}
            </span>
          </a>
        )}
      </Cell>
    </Row>
  );
}

/** Runs of one gate, newest first; each opens to its cases. */
export function RunsTable({ runs, everyRelease }: { runs: readonly GateRunDto[]; everyRelease: boolean }) {
  return (
    <Table label="Runs, newest first" onKeyDown={onRowKeys}>
      <thead>
        <tr>
          <HeadCell className="pl-3.5">Outcome</HeadCell>
          <HeadCell>Cluster</HeadCell>
          <HeadCell className="max-sm:hidden">Cases</HeadCell>
          <HeadCell className="max-md:hidden">
            <span className="sr-only">Notes</span>
          </HeadCell>
          <HeadCell numeric className="max-md:hidden">
            Took
          </HeadCell>
          <HeadCell numeric>Ran, UTC</HeadCell>
          <HeadCell className="pr-3.5 max-sm:hidden">
            <span className="sr-only">CI job</span>
          </HeadCell>
        </tr>
      </thead>
      <tbody>
        {runs.map((run) => (
          <RunRow key={run.id} run={run} everyRelease={everyRelease} />
        ))}
      </tbody>
    </Table>
  );
}
