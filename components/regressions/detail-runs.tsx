"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { RunStrip } from "@/components/charts/run-strip";
import { Card } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import { textLinkClasses } from "@/components/ui/text-link";
import { Instant } from "@/components/ui/time";
import type { RegressionDetailDto, RegressionDto } from "@/lib/domain/regressions/dto";
import { regressionQueries } from "@/lib/queries/regressions";
import { routes } from "@/lib/routes";

const FAILING_SHOWN = 100;

/** Every failing run it was ever made of, also those that a later look did not judge. */
function FailingRuns({ runs }: { runs: RegressionDetailDto["failingRuns"] }) {
  if (runs.length === 0) return null;
  const shown = runs.slice(0, FAILING_SHOWN);
  return (
    <Disclosure className="mt-3" summary={<span className="text-ink2">{runs.length} failing runs, newest first</span>}>
      <ul className="mt-1 flex flex-wrap gap-x-4 gap-y-1 pl-5">
        {shown.map(({ id, gate, at }) => (
          <li key={id}>
            <Link href={routes.gateRun(id)} prefetch={false} className={textLinkClasses}>
              {gate}, <Instant iso={at} />
            </Link>
          </li>
        ))}
        {runs.length > shown.length ? <li className="text-ink2">and {runs.length - shown.length} older</li> : null}
      </ul>
    </Disclosure>
  );
}

/** The runs of the gate that got worse. */
export function DetailRuns({ regression }: { regression: RegressionDetailDto }) {
  const { subject, card, cluster, release, failingRuns } = regression;
  return (
    <Card
      title="Runs of the gate"
      note={<span className="font-mono text-mono">{subject}</span>}
      aside={
        <Link href={routes.gate(subject, { release, cluster })} prefetch={false} className={textLinkClasses}>
          all runs
        </Link>
      }
    >
      <RunStrip card={card} />
      <FailingRuns runs={failingRuns} />
    </Card>
  );
}

/** The runs of a gate that is red on the same cluster in the same area. */
export function LinkedRuns({ gate }: { gate: RegressionDto }) {
  const { data } = useQuery(regressionQueries.one(gate.id));
  if (data === undefined || data === null) return null;
  return (
    <Card
      title="Runs of the linked gate"
      note={<span className="font-mono text-mono">{gate.subject}</span>}
      aside={
        <Link href={routes.regression(gate.id)} prefetch={false} className={textLinkClasses}>
          R-{gate.number}
        </Link>
      }
    >
      <RunStrip card={data.card} />
    </Card>
  );
}
