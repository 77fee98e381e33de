import Link from "next/link";
import { OutcomeWord } from "@/components/status/result";
import { cn } from "@/components/ui/cn";
import { formatCount } from "@/components/ui/format-count";
import { Cell, Row, RowHead } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { Age } from "@/components/ui/time";
import type { Gate } from "@/lib/domain/gates/gate";
import type { GateActivityDto } from "@/lib/domain/gates/gate-activity";
import { routes } from "@/lib/routes";
import { ageWords, briefRule, originWord, rateWords, tierWords } from "./gate-words";

interface CatalogueRowProps {
  gate: Gate;
  activity: GateActivityDto | undefined;
  release: string | undefined;
}

function LastRun({ activity }: { activity: GateActivityDto | undefined }) {
  if (activity === undefined) return <span className="text-ink3">has not run</span>;
  const { id, at, outcome, cluster } = activity.last;
  return (
    <Link
      href={routes.gateRun(id)}
      prefetch={false}
      className="touch flex flex-wrap items-center gap-x-2 rounded-cell hover:underline"
    >
      <OutcomeWord outcome={outcome} strong={outcome !== "passed"} />
      <span className="w-full text-ink3 text-small">
        <Age iso={at} suffix=" ago" />
        <span title={cluster} className="block max-w-36 truncate max-md:hidden">
          on {cluster}
        </span>
      </span>
    </Link>
  );
}

function Passed({ activity }: { activity: GateActivityDto | undefined }) {
  if (activity === undefined) return <span className="text-ink3">0</span>;
  const { runs, outcomes, flaky } = activity;
  return (
    <>
      <span className={cn(outcomes.passed < runs && "font-semibold")}>{formatCount(outcomes.passed)}</span>
      <span className="text-ink3"> / {formatCount(runs)}</span>
      {flaky === 0 ? null : <span className="block text-ink2 text-small">{formatCount(flaky)} flaky</span>}
    </>
  );
}

/** One gate of the catalogue. */
export function CatalogueRow({ gate, activity, release }: CatalogueRowProps) {
  const origin = originWord(gate);
  return (
    <Row data-row={gate.id} tabIndex={-1} className="align-top focus-visible:-outline-offset-2">
      <RowHead pinned={false} className="py-1.5 align-top">
        <span className="flex flex-wrap items-baseline gap-x-2">
          <Link
            href={routes.gate(gate.id, { release })}
            prefetch={false}
            data-row-link
            className="rounded-bar font-semibold hover:underline"
          >
            {gate.title}
          </Link>
          <span className="text-ink3 text-small">{gate.id}</span>
          {origin === null ? null : <Tag>{origin}</Tag>}
        </span>
        {gate.proves === "" ? null : <p className="mt-0.5 max-w-3xl text-ink2 text-small">{gate.proves}</p>}
        <p className="mt-0.5 text-small md:hidden">{briefRule(gate)}</p>
        {gate.tool === "" ? null : (
          <p title={gate.tool} className="mt-0.5 line-clamp-1 max-w-3xl break-all font-mono text-ink3 text-mono">
            {gate.tool}
          </p>
        )}
      </RowHead>
      <Cell className={cn("py-1.5 align-top max-md:hidden", gate.requiredFor.length === 0 && "text-ink3")}>
        {tierWords(gate.requiredFor)}
      </Cell>
      <Cell numeric className="py-1.5 align-top max-md:hidden">
        {formatCount(gate.minRuns)}
      </Cell>
      <Cell numeric className="py-1.5 align-top max-md:hidden">
        {rateWords(gate)}
      </Cell>
      <Cell numeric className="py-1.5 align-top max-md:hidden">
        {ageWords(gate)}
      </Cell>
      <Cell numeric className="py-1.5 align-top max-sm:hidden">
        <Passed activity={activity} />
      </Cell>
      <Cell className="py-1.5 align-top">
        <LastRun activity={activity} />
      </Cell>
    </Row>
  );
}
