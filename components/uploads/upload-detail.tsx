import Link from "next/link";
import type { ReactNode } from "react";
import { CopyButton } from "@/components/ui/copy-button";
import { formatBytes } from "@/components/ui/format-count";
import { formatExact } from "@/components/ui/format-instant";
import { textLinkClasses } from "@/components/ui/text-link";
import { numberWords } from "@/lib/domain/readiness/words";
import type { UploadDto } from "@/lib/domain/uploads/upload";
import { routes } from "@/lib/routes";
import { placeWords } from "./upload-words";

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex min-w-0 gap-3">
      <dt className="w-20 shrink-0 text-ink3">{name}</dt>
      <dd className="min-w-0 break-words">{children}</dd>
    </div>
  );
}

/** Why it was refused, in whole or in part, and where. */
function Problem({ upload }: { upload: UploadDto }) {
  const { problem, rejected, state } = upload;
  if (problem === null) return null;
  const hidden = rejected - problem.errors.length;
  return (
    <section className="min-w-0">
      <h2 className="text-section">{state === "refused" ? "Why it was refused" : "What was refused"}</h2>
      <p className="mt-1 max-w-3xl break-words">{problem.detail}</p>
      {problem.errors.length === 0 ? null : (
        <ul className="mt-1.5">
          {problem.errors.map((error, at) => (
            // Two errors may be alike; their order is that of the document and never changes.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <li key={at} className="flex gap-3 border-line border-t py-1 max-sm:flex-col max-sm:gap-0">
              <span className="w-40 shrink-0 break-words font-mono text-ink2 text-mono">{placeWords(error)}</span>
              <span className="min-w-0 break-words">{error.detail}</span>
            </li>
          ))}
        </ul>
      )}
      {hidden > 0 && problem.errors.length > 0 ? (
        <p className="mt-1 text-ink3 text-small">{numberWords(hidden)} more are not kept.</p>
      ) : null}
    </section>
  );
}

function DocumentFacts({ upload }: { upload: UploadDto }) {
  const { sha256, artifactHref, contentType, sizeBytes, storedBytes } = upload;
  return (
    <>
      <Fact name="content">
        {contentType ?? "not said"}
        {sizeBytes === null ? "" : `, ${formatBytes(sizeBytes)}`}
        {storedBytes === null ? "" : `, kept in ${formatBytes(storedBytes)}`}
      </Fact>
      {sha256 === null ? (
        <Fact name="document">not kept</Fact>
      ) : (
        <Fact name="sha256">
          <span className="break-all font-mono text-mono">{sha256}</span>
          <CopyButton text={sha256} label="Copy the sha256" className="ml-1 align-middle" />
        </Fact>
      )}
      {artifactHref === null ? null : (
        <Fact name="document">
          <a href={artifactHref} download className={textLinkClasses}>
            download as received
          </a>
        </Fact>
      )}
    </>
  );
}

/** Everything that is known of one upload. */
export function UploadDetail({ upload }: { upload: UploadDto }) {
  const { actor, requestId, receivedAt, gateRun, duplicates, kind } = upload;
  return (
    <div className="flex flex-col gap-4 px-3.5 pt-2.5 pb-4 sm:pl-8">
      <Problem upload={upload} />
      <dl className="flex flex-col gap-1">
        <Fact name="received">{formatExact(receivedAt)}</Fact>
        <Fact name="from">
          {actor.name} <span className="text-ink3">{actor.kind}</span>
        </Fact>
        <Fact name="request">
          <span className="break-all font-mono text-mono">{requestId}</span>
          <CopyButton text={requestId} label="Copy the request id" className="ml-1 align-middle" />
        </Fact>
        <DocumentFacts upload={upload} />
        {kind === "gate-run" && duplicates > 0 ? (
          <Fact name="replays">{numberWords(duplicates)}, each answered as the first</Fact>
        ) : null}
        {gateRun === null ? null : (
          <Fact name="run">
            <Link href={routes.gateRun(gateRun.id)} prefetch={false} className={textLinkClasses}>
              {gateRun.outcome}, its cases
            </Link>
          </Fact>
        )}
      </dl>
    </div>
  );
}
