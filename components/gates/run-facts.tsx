import { ExternalLink } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { CopyButton } from "@/components/ui/copy-button";
import { formatDuration } from "@/components/ui/format-age";
import { formatBytes } from "@/components/ui/format-count";
import { textLinkClasses } from "@/components/ui/text-link";
import { Age, Instant } from "@/components/ui/time";
import type { GateRunDto } from "@/lib/domain/gates/gate-run";
import { routes } from "@/lib/routes";

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-ink3 text-label">{name}</dt>
      <dd className="mt-0.5">{children}</dd>
    </div>
  );
}

function Document({ run }: { run: GateRunDto }) {
  const { sha256, sizeBytes, href } = run.artifact;
  return (
    <>
      <a href={href} download className={textLinkClasses}>
        download
      </a>{" "}
      <span className="figures text-ink2">{formatBytes(sizeBytes)}</span>{" "}
      <span title={sha256} className="font-mono text-ink2 text-mono">
        sha256 {sha256.slice(0, 8)}…{sha256.slice(-4)}
      </span>
      <CopyButton text={sha256} label="Copy the sha256" className="ml-0.5 align-middle" />
    </>
  );
}

/** Where, when and from what the run was made. */
export function RunFacts({ run }: { run: GateRunDto }) {
  return (
    <dl className="mt-3 flex flex-wrap gap-x-9 gap-y-3">
      <Fact name="Release">
        <span className="font-mono font-semibold text-mono">{run.release}</span>
      </Fact>
      <Fact name="Cluster">
        <Link href={routes.cluster(run.cluster, { release: run.release })} className={textLinkClasses}>
          {run.cluster}
        </Link>
      </Fact>
      <Fact name="Gate">
        <Link href={routes.gate(run.gate, { cluster: run.cluster, release: run.release })} className={textLinkClasses}>
          {run.gate}
        </Link>
      </Fact>
      <Fact name="Ran, UTC">
        <Instant iso={run.ranAt} />
      </Fact>
      <Fact name="Received">
        <Age iso={run.receivedAt} suffix=" ago" />
      </Fact>
      <Fact name="Took">
        {run.durationSeconds === null ? (
          <span title="The document does not say">–</span>
        ) : (
          formatDuration(run.durationSeconds)
        )}
      </Fact>
      <Fact name="Attempt">{run.attempt}</Fact>
      <Fact name="Tool">{run.tool ?? <span title="The document does not say">–</span>}</Fact>
      {run.url === null ? null : (
        <Fact name="CI job">
          <a
            href={run.url}
            target="_blank"
            rel="noreferrer"
            title={run.url}
            className={`${textLinkClasses} inline-flex items-center gap-1`}
          >
            {URL.parse(run.url)?.host ?? "open"}
            <ExternalLink size={12} aria-hidden="true" />
          </a>
        </Fact>
      )}
      <Fact name="Document">
        <Document run={run} />
      </Fact>
    </dl>
  );
}
