"use client";

import { ExternalLink } from "lucide-react";
import Link from "next/link";
import { useRelease } from "@/components/layout/use-release";
import { useNow } from "@/components/ui/clock";
import { textLinkClasses } from "@/components/ui/text-link";
import type { GateRunDto } from "@/lib/domain/gates/gate-run";
import type { Evidence, Reason } from "@/lib/domain/readiness/reason";
import { evidenceLabel, sourceLabel } from "./evidence-label";

const FACTS = "#facts";

/** A signal opens on this page, which goes on showing the candidate it shows. */
function forRelease(href: string, release: string | undefined): string {
  if (release === undefined) return href;
  const address = new URL(href, "http://localhost");
  address.searchParams.set("release", release);
  return `${address.pathname}${address.search}${address.hash}`;
}

function Source({ source }: { source: string }) {
  const { href, label } = sourceLabel(source);
  if (href === null) return <li className="text-ink3 text-small leading-5">{label}</li>;
  return (
    <li>
      <a
        href={href}
        target="_blank"
        rel="noreferrer"
        title={href}
        className={`${textLinkClasses} inline-flex items-center gap-1`}
      >
        {label}
        <ExternalLink size={11} aria-hidden="true" className="text-ink3" />
        <span className="sr-only">, opens in a new tab</span>
      </a>
    </li>
  );
}

/** Everything that a reason rests on, each the way to it. What the cluster declares stands on this page. */
export function EvidenceLinks({ reason, runs }: { reason: Reason; runs: readonly GateRunDto[] }) {
  const now = useNow() ?? new Date(0);
  const [release] = useRelease();
  const href = (evidence: Evidence) => {
    if (evidence.kind === "cluster") return FACTS;
    return evidence.kind === "signal" ? forRelease(evidence.href, release) : evidence.href;
  };
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-0.5 text-ink2 max-sm:leading-7 max-sm:[&_a]:inline-block">
      {reason.evidence.map((evidence) => (
        <li key={`${evidence.kind} ${evidence.id}`}>
          <Link href={href(evidence)} prefetch={false} className={textLinkClasses}>
            {evidenceLabel(evidence, runs, now)}
          </Link>
        </li>
      ))}
      {reason.source === undefined ? null : <Source source={reason.source} />}
    </ul>
  );
}
