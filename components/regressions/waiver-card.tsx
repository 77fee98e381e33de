"use client";

import { useState } from "react";
import { useViewer } from "@/components/layout/viewer";
import { WaiverStateWord } from "@/components/status/cell-state";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Instant } from "@/components/ui/time";
import { listWords } from "@/lib/domain/readiness/words";
import type { RegressionDetailDto } from "@/lib/domain/regressions/dto";
import type { WaiverDto } from "@/lib/domain/regressions/waiver";
import { IssueLink } from "./triage-card";
import { isAlive, roleReason } from "./triage-rules";
import { scopeWords } from "./triage-words";
import { WaiverActs } from "./waiver-acts";
import { WaiverDialog } from "./waiver-dialog";
import { levelWords } from "./waiver-words";

function Waiver({ waiver, cluster }: { waiver: WaiverDto; cluster: string }) {
  const { state, scope, reason, url, author, approvals, approvalsNeeded, expiresAt } = waiver;
  const level = levelWords(waiver.level[cluster]);
  const names = approvals.map(({ name }) => name);
  return (
    <li className="border-line border-b px-3.5 py-2.5 last:border-b-0">
      <p className="flex flex-wrap items-center gap-x-2">
        <WaiverStateWord state={state} strong={state === "active" || state === "proposed"} />
        <span className="text-ink2">for {scopeWords(scope)}</span>
      </p>
      <p className="mt-0.5 break-words">{reason}</p>
      {url === null ? null : <IssueLink url={url} />}
      <p className="mt-0.5 text-ink2 text-small leading-5">
        Asked for by {author.name}.{" "}
        {approvals.length === 0 ? "Nobody has approved it yet" : `Approved by ${listWords(names, names.length)}`}
        {approvals.length < approvalsNeeded && state === "proposed"
          ? `; ${approvalsNeeded - approvals.length} ${approvalsNeeded - approvals.length === 1 ? "approval" : "approvals"} to go. `
          : ". "}
        {state === "expired" ? "Ended" : "Ends"} <Instant iso={expiresAt} />.
        {level === null ? "" : ` Red again when worse than ${level}.`}
      </p>
      <WaiverActs waiver={waiver} />
    </li>
  );
}

/** What people decided to live with: where, why, by whom and until when. */
export function WaiverCard({ regression }: { regression: RegressionDetailDto }) {
  const { role } = useViewer();
  const [asking, setAsking] = useState(false);
  const { waivers, cluster } = regression;
  const isPending = waivers.some(({ state }) => state === "proposed" || state === "active");
  const mayAsk = isAlive(regression) && !isPending && roleReason(role, "operator", "ask for waivers") === undefined;
  if (waivers.length === 0 && !mayAsk) return null;
  return (
    <Card
      title="Waivers"
      flush
      aside={
        mayAsk ? (
          <Button onClick={() => setAsking(true)} className="print:hidden">
            Ask for a waiver…
          </Button>
        ) : undefined
      }
    >
      {waivers.length === 0 ? (
        <p className="px-3.5 py-2.5 text-ink2">None. A waiver needs a second person, and ends within 30 days.</p>
      ) : (
        <ul>
          {waivers.map((waiver) => (
            <Waiver key={waiver.id} waiver={waiver} cluster={cluster} />
          ))}
        </ul>
      )}
      {asking ? <WaiverDialog regression={regression} onClose={() => setAsking(false)} /> : null}
    </Card>
  );
}
