"use client";

import { useMutation } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { CheckDisc, CrossOctagon } from "@/components/ui/shapes";
import { Instant } from "@/components/ui/time";
import { numberWords } from "@/lib/domain/readiness/words";
import { type AuditFinding, verifyAudit } from "@/lib/queries/audit";

function Finding({ finding, at }: { finding: AuditFinding; at: number }) {
  const { intact, entries, head, brokenAt, detail } = finding;
  const when = new Date(at).toISOString();
  if (intact) {
    return (
      <p className="flex flex-wrap items-center gap-x-2">
        <CheckDisc className="text-ready" />
        <span className="font-semibold">The chain holds</span>
        <span className="text-ink2">
          from 1 to {numberWords(entries)}, verified <Instant iso={when} /> UTC; head{" "}
          <span title={head} className="font-mono text-mono">
            {head.slice(0, 8)}…{head.slice(-4)}
          </span>
        </span>
      </p>
    );
  }
  return (
    <p className="flex flex-wrap items-center gap-x-2">
      <CrossOctagon className="text-blocked" />
      <span className="font-semibold">
        The chain breaks{brokenAt === null ? "" : ` at entry ${numberWords(brokenAt)}`}
      </span>
      <span className="text-ink2">
        {detail} Verified <Instant iso={when} /> UTC.
      </span>
    </p>
  );
}

/** Beside what the page says first: walks the chain of hashes on the server, and says beneath what it found. */
export function VerifyChain({ children }: { children: ReactNode }) {
  const verified = useMutation({ mutationFn: verifyAudit });
  return (
    <>
      <header className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        {children}
        <Button pending={verified.isPending} onClick={() => verified.mutate()} className="print:hidden">
          Verify the chain
        </Button>
      </header>
      <div role="status" className="mt-2 empty:mt-0">
        {verified.isError ? <p>{verified.error.message} Nothing was verified.</p> : null}
        {verified.data === undefined || verified.isPending ? null : (
          <Finding finding={verified.data} at={verified.submittedAt} />
        )}
      </div>
    </>
  );
}
