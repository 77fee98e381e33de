"use client";

import { useMutation } from "@tanstack/react-query";
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

/** Walks the chain of hashes on the server, and says what it found. */
export function VerifyChain() {
  const verified = useMutation({ mutationFn: verifyAudit });
  return (
    <div className="flex flex-wrap items-center gap-3 print:hidden">
      <div role="status">
        {verified.isError ? <p>{verified.error.message} Nothing was verified.</p> : null}
        {verified.data === undefined || verified.isPending ? null : (
          <Finding finding={verified.data} at={verified.submittedAt} />
        )}
      </div>
      <Button pending={verified.isPending} onClick={() => verified.mutate()}>
        Verify the chain
      </Button>
    </div>
  );
}
