"use client";

import { ExternalLink } from "lucide-react";
import type { ReactNode } from "react";
import { RegressionStateWord } from "@/components/status/cell-state";
import { Card } from "@/components/ui/card";
import { textLinkClasses } from "@/components/ui/text-link";
import { Instant } from "@/components/ui/time";
import type { RegressionDetailDto } from "@/lib/domain/regressions/dto";
import { LifeCycle } from "./life-cycle";
import { isAlive } from "./triage-rules";
import { issueLabel } from "./triage-words";

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink3 text-small leading-5">{label}</dt>
      <dd className="min-w-0 break-words">{children}</dd>
    </>
  );
}

/** A link out of the product: where the issue is worked on. */
export function IssueLink({ url }: { url: string }) {
  return (
    <a
      href={url}
      target="_blank"
      rel="noreferrer"
      title={url}
      className={`${textLinkClasses} inline-flex max-w-full items-center gap-1`}
    >
      <span className="truncate">{issueLabel(url)}</span>
      <ExternalLink size={11} aria-hidden="true" className="shrink-0 text-ink3" />
      <span className="sr-only">, opens in a new tab</span>
    </a>
  );
}

/** Who looks after it, what it is held to be, and its life so far. */
export function TriageCard({ regression }: { regression: RegressionDetailDto }) {
  const { state, owner, cause, issueUrl, reason, expiresAt, fixClaimedAt, closedAt, closeReason } = regression;
  return (
    <Card title="Triage">
      <dl className="grid grid-cols-[84px_minmax(0,1fr)] gap-x-3 gap-y-1.5">
        <Fact label="State">
          <RegressionStateWord state={state} strong={state === "open"} />
        </Fact>
        {isAlive(regression) || owner !== null ? (
          <Fact label="Owner">{owner ?? <span className="font-medium">nobody yet</span>}</Fact>
        ) : null}
        <Fact label="Cause">{cause ?? <span className="text-ink3">not known yet</span>}</Fact>
        <Fact label="Upstream">
          {issueUrl === null ? <span className="text-ink3">no issue linked</span> : <IssueLink url={issueUrl} />}
        </Fact>
        {reason === null ? null : <Fact label="Said">{reason}</Fact>}
        {expiresAt === null ? null : (
          <Fact label="Holds until">
            <Instant iso={expiresAt} />
          </Fact>
        )}
        {fixClaimedAt === null ? null : (
          <Fact label="Fix claimed">
            <Instant iso={fixClaimedAt} />
            {isAlive(regression) ? ", waiting for clean evidence after it" : ""}
          </Fact>
        )}
        {closedAt === null ? null : (
          <Fact label="Ended">
            <Instant iso={closedAt} />
            {closeReason === null ? "" : `, ${closeReason.replaceAll("-", " ")}`}
          </Fact>
        )}
      </dl>
      <LifeCycle regression={regression} />
    </Card>
  );
}
