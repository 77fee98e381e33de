import Link from "next/link";
import type { ReactNode } from "react";
import { CopyButton } from "@/components/ui/copy-button";
import { formatExact } from "@/components/ui/format-instant";
import { textLinkClasses } from "@/components/ui/text-link";
import type { AuditEntryDto } from "@/lib/domain/audit/entry";
import { subjectHref } from "./audit-words";
import { type DataChange, dataChanges } from "./data-changes";

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex min-w-0 gap-3">
      <dt className="w-20 shrink-0 text-ink3">{name}</dt>
      <dd className="min-w-0 break-words">{children}</dd>
    </div>
  );
}

function Hash({ text, label }: { text: string; label: string }) {
  return (
    <>
      <span className="break-all font-mono text-mono">{text}</span>
      <CopyButton text={text} label={label} className="ml-1 align-middle" />
    </>
  );
}

/** What one member was, struck out, and what it became. */
function Change({ change }: { change: DataChange }) {
  const { path, before, after } = change;
  return (
    <tr>
      <th
        scope="row"
        className="w-44 border-line border-t py-1 pr-4 text-left align-top font-regular text-ink2 max-sm:w-28"
      >
        {path}
      </th>
      <td className="break-words border-line border-t py-1 align-top">
        {before === undefined ? null : (
          <>
            <del className="text-ink3">
              <span className="sr-only">was </span>
              {before}
            </del>
            {after === undefined ? null : <span aria-hidden="true"> → </span>}
          </>
        )}
        {after === undefined ? null : (
          <ins className="no-underline">
            {before === undefined ? null : <span className="sr-only">, became </span>}
            {after}
          </ins>
        )}
      </td>
    </tr>
  );
}

/** Everything that an entry says, with the hashes that hold it in its place. */
export function EntryDetail({ entry }: { entry: AuditEntryDto }) {
  const changes = dataChanges(entry.data);
  const href = subjectHref(entry);
  return (
    <div className="flex flex-col gap-4 px-3.5 pt-2.5 pb-4 sm:pl-8">
      {changes.length === 0 ? (
        <p className="text-ink2">The entry records nothing but that it happened.</p>
      ) : (
        <table aria-label={`What entry ${entry.seq} recorded`} className="w-full max-w-4xl table-fixed">
          <tbody>
            {changes.map((change) => (
              <Change key={change.path} change={change} />
            ))}
          </tbody>
        </table>
      )}
      <dl className="flex flex-col gap-1">
        <Fact name="at">{formatExact(entry.at)}</Fact>
        <Fact name="actor">
          {entry.actor.name} <span className="text-ink3">{`${entry.actor.kind} ${entry.actor.id}`}</span>
        </Fact>
        <Fact name="subject">
          <span className="text-ink3">{entry.subject.kind}</span>{" "}
          {href === null ? (
            <span className="break-all">{entry.subject.id}</span>
          ) : (
            <Link href={href} prefetch={false} className={`${textLinkClasses} break-all`}>
              {entry.subject.id}
            </Link>
          )}
        </Fact>
        <Fact name="request">
          <Hash text={entry.requestId} label="Copy the request id" />
        </Fact>
        <Fact name="hash">
          <Hash text={entry.hash} label="Copy the hash" />
        </Fact>
        <Fact name="before it">
          <span className="break-all font-mono text-ink2 text-mono">{entry.prevHash}</span>
        </Fact>
      </dl>
    </div>
  );
}
