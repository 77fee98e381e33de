"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useQueryState } from "nuqs";
import { useRelease } from "@/components/layout/use-release";
import { QueryProblem, QueryStale } from "@/components/status/query-problem";
import { EmptyState } from "@/components/ui/empty-state";
import { SkeletonRows } from "@/components/ui/skeleton";
import { Tag } from "@/components/ui/tag";
import { textLinkClasses } from "@/components/ui/text-link";
import type { Role } from "@/lib/domain/auth/actor";
import type { Gate } from "@/lib/domain/gates/gate";
import { gateQueries } from "@/lib/queries/gates";
import { routes } from "@/lib/routes";
import { GateCard } from "./gate-card";
import { GateDialog } from "./gate-dialog";
import { gateRunsParams } from "./gate-params";
import { GateRuns } from "./gate-runs";
import { gateSentence, originWord } from "./gate-words";
import { RemoveGate } from "./remove-gate";
import { SendRunCard } from "./send-run-card";

interface GateViewProps {
  id: string;
  role: Role;
  publicUrl: string;
}

/** What does a gate prove, and does the candidate pass it? */
export function GateView({ id, role, publicUrl }: GateViewProps) {
  const query = useQuery(gateQueries.catalogue());
  if (query.data === undefined) {
    return query.isError ? (
      <QueryProblem what="The gate" query={query} />
    ) : (
      <SkeletonRows label="The gate is loading" rows={12} columns={5} />
    );
  }
  const gate = query.data.find((one) => one.id === id);
  if (gate === undefined) return <NoGate id={id} />;
  return (
    <>
      {query.isError ? <QueryStale what="The gate" query={query} /> : null}
      <GatePage gate={gate} role={role} publicUrl={publicUrl} />
    </>
  );
}

function NoGate({ id }: { id: string }) {
  return (
    <>
      <h1 className="text-title">There is no gate {id}</h1>
      <EmptyState title="It was never defined, or its definition was removed" className="mt-2 px-0">
        Runs that were sent for it are kept.{" "}
        <Link href={routes.gates()} className={textLinkClasses}>
          All gates
        </Link>
      </EmptyState>
    </>
  );
}

function GatePage({ gate, role, publicUrl }: { gate: Gate } & Omit<GateViewProps, "id">) {
  const router = useRouter();
  const [named] = useRelease();
  const [cluster] = useQueryState("cluster", gateRunsParams.cluster);
  const { data: activity } = useQuery(gateQueries.activity(named));
  const release = activity?.release ?? named ?? null;
  const ofGate = activity?.items.find((item) => item.gate === gate.id);
  const origin = originWord(gate);
  return (
    <>
      <header className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="max-w-[1090px]">
          <p className="flex items-center gap-2 text-ink2 text-small">
            {gate.area} · {gate.id}
            {origin === null ? null : <Tag>{origin}</Tag>}
          </p>
          <h1 className="text-balance text-title">{gateSentence(gate, release, ofGate)}</h1>
        </div>
        {role === "admin" ? (
          <div className="flex flex-wrap gap-2 print:hidden">
            {/* Another definition makes the form begin anew. */}
            <GateDialog key={JSON.stringify(gate)} gate={gate} />
            {origin === null ? null : (
              <RemoveGate gate={gate} onRemoved={() => router.push(routes.gates({ release: named }))} />
            )}
          </div>
        ) : null}
      </header>
      <div className="mt-4 grid grid-cols-[minmax(0,1fr)] items-start gap-4 lg:grid-cols-[minmax(0,1fr)_minmax(320px,26%)]">
        <GateRuns gate={gate.id} release={release} />
        <div className="flex flex-col gap-4">
          <GateCard gate={gate} />
          <SendRunCard
            gate={gate.id}
            cluster={cluster ?? "my-cluster"}
            release={release ?? "1.20.0-pre.3"}
            publicUrl={publicUrl}
          />
        </div>
      </div>
    </>
  );
}
