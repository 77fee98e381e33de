"use client";

import { useQuery } from "@tanstack/react-query";
import { parseAsString, useQueryState } from "nuqs";
import { useEffect, useRef, useState } from "react";
import { LineSample } from "@/components/charts/signal-key";
import { QueryProblem, QueryStale } from "@/components/status/query-problem";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { SkeletonRows } from "@/components/ui/skeleton";
import { Instant } from "@/components/ui/time";
import type { ClusterSignalDto, ClusterSignalsDto } from "@/lib/domain/signals/dto";
import { type SeriesOf, signalQueries } from "@/lib/queries/signals";
import { routes } from "@/lib/routes";
import { SignalOpen } from "./signal-open";
import { NoMetrics, SourceTrouble } from "./signal-source";
import { SignalTile } from "./signal-tile";
import { signalCounts, sourceWords, splitSignals } from "./signal-words";

const HOUR_MS = 3_600_000;
const BEFORE_HOURS = 48;

interface SignalsCardProps {
  cluster: string;
  /** The candidate in the address; undefined is the default one. */
  release: string | undefined;
  publicUrl: string;
}

/** What the large chart asks for: from two days before the candidate on. */
function seriesOf({ cluster, release, candidateSince }: ClusterSignalsDto, signal: string): SeriesOf {
  const since = candidateSince === null ? null : Date.parse(candidateSince);
  const from = since === null ? undefined : new Date(since - BEFORE_HOURS * HOUR_MS).toISOString();
  return { cluster, release, signal, from };
}

function Key() {
  return (
    <span className="flex flex-wrap items-center gap-x-4 text-small max-md:hidden">
      <span className="inline-flex items-center gap-1.5">
        <LineSample of="candidate" /> candidate
      </span>
      <span className="inline-flex items-center gap-1.5">
        <LineSample of="baseline" /> baseline
      </span>
      <span className="inline-flex items-center gap-1.5">
        <span data-print-exact className="h-2.5 w-4 rounded-bar bg-band" /> 95 % of baseline hours
      </span>
    </span>
  );
}

interface TilesProps {
  items: readonly ClusterSignalDto[];
  data: ClusterSignalsDto;
  open: string | null;
  onOpen: (signal: string) => void;
  release: string | undefined;
}

function Tiles({ items, data, open, onOpen, release }: TilesProps) {
  return (
    // The tiles' outer rules lie beneath the card's border.
    <ul className="-mr-px -mb-px grid grid-cols-3 max-md:grid-cols-2 max-sm:grid-cols-1">
      {items.map((item) => (
        <SignalTile
          key={item.signal.id}
          item={item}
          isOpen={item.signal.id === open}
          onOpen={() => onOpen(item.signal.id)}
          since={data.candidateSince}
          href={`${routes.cluster(data.cluster, { release, signal: item.signal.id })}#signals`}
        />
      ))}
    </ul>
  );
}

function Signals({ data, release }: { data: ClusterSignalsDto; release: string | undefined }) {
  const [open, setOpen] = useQueryState("signal", parseAsString.withOptions({ history: "push" }));
  const [all, setAll] = useState(false);
  const { shown, folded } = splitSignals(data.items, open);
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (open !== null) top.current?.scrollIntoView({ block: "start" });
  }, [open]);
  return (
    <div ref={top} className="scroll-mt-24 overflow-hidden">
      <SourceTrouble source={data.source} />
      {open === null ? null : (
        <SignalOpen
          of={seriesOf(data, open)}
          item={data.items.find(({ signal }) => signal.id === open)}
          onClose={() => void setOpen(null)}
        />
      )}
      <Tiles
        items={all ? data.items : shown}
        data={data}
        open={open}
        onOpen={(signal) => void setOpen(signal)}
        release={release}
      />
      {folded.length === 0 ? null : (
        <div className="border-line border-t px-3.5 py-2 print:hidden">
          <Button variant="quiet" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? "Show fewer" : `${folded.length} more`}
          </Button>
        </div>
      )}
    </div>
  );
}

function Note({ data }: { data: ClusterSignalsDto }) {
  return (
    <>
      {signalCounts(data.items)}; {sourceWords(data.source)}
      {data.candidateSince === null ? (
        ", no hour with the candidate yet"
      ) : (
        <>
          , the candidate runs since <Instant iso={data.candidateSince} />
        </>
      )}
    </>
  );
}

function NothingMeasured({ data, publicUrl }: { data: ClusterSignalsDto; publicUrl: string }) {
  const { cluster, release, source } = data;
  if (source.way === "none") return <NoMetrics cluster={cluster} release={release} publicUrl={publicUrl} />;
  return (
    <>
      <SourceTrouble source={source} />
      <p className="px-3.5 py-2.5 text-ink2">
        Nothing was measured yet; metrics are {sourceWords(source)}. An hour is counted when it has ended.
      </p>
    </>
  );
}

/** Every signal of the cluster, worst first; one opens in place. */
export function SignalsCard({ cluster, release, publicUrl }: SignalsCardProps) {
  const query = useQuery(signalQueries.ofCluster(cluster, release));
  const { data } = query;
  if (data == null) {
    return (
      <Card id="signals" title="Signals" flush>
        {data === null ? (
          <p className="px-3.5 py-2.5 text-ink2">There is no release to measure yet.</p>
        ) : query.isError ? (
          <QueryProblem what="The signals" query={query} />
        ) : (
          <SkeletonRows label="The signals are loading" rows={6} columns={3} />
        )}
      </Card>
    );
  }
  if (data.items.length === 0) {
    return (
      <Card id="signals" title="Signals" flush>
        <NothingMeasured data={data} publicUrl={publicUrl} />
      </Card>
    );
  }
  return (
    <Card id="signals" title="Signals" note={<Note data={data} />} aside={<Key />} flush>
      {query.isError ? <QueryStale what="The signals" query={query} /> : null}
      <Signals data={data} release={release} />
    </Card>
  );
}
