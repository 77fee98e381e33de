"use client";

import { ExpandingRow } from "@/components/data-table/expanding-row";
import { onRowKeys } from "@/components/data-table/on-row-keys";
import { Cell, HeadCell, Table } from "@/components/ui/table";
import { Instant } from "@/components/ui/time";
import type { AuditEntryDto } from "@/lib/domain/audit/entry";
import { actionWords, changeWords, shortSubject } from "./audit-words";
import { EntryDetail } from "./entry-detail";

export interface AuditChoice {
  subject?: string;
  action?: string;
  actor?: string;
}

interface AuditTableProps {
  entries: readonly AuditEntryDto[];
  open: number | null;
  onToggle: (seq: number) => void;
  onChoose: (choice: AuditChoice) => void;
}

const COLUMNS = 5;

/** A value that is also the filter by it. */
function Choose({ label, text, onChoose }: { label: string; text: string; onChoose: () => void }) {
  return (
    <button
      type="button"
      title={label}
      onClick={onChoose}
      className="touch block min-h-6 max-w-full truncate rounded-cell text-left hover:underline"
    >
      {text}
      <span className="sr-only">, {label}</span>
    </button>
  );
}

function EntryHead({ entry }: { entry: AuditEntryDto }) {
  return (
    <span className="min-w-0 flex-1 self-start py-0.5">
      <span className="block truncate font-medium">{actionWords(entry.action)}</span>
      <span className="block truncate text-ink3 text-small sm:hidden">
        {shortSubject(entry)}, {entry.actor.name}
      </span>
    </span>
  );
}

/** The log, newest first; a row opens to what the entry recorded. */
export function AuditTable({ entries, open, onToggle, onChoose }: AuditTableProps) {
  return (
    <Table label="The audit log, newest first" onKeyDown={onRowKeys} className="md:table-fixed">
      <thead>
        <tr>
          <HeadCell className="md:w-[21%]">Action</HeadCell>
          <HeadCell className="max-sm:hidden md:w-[17%]">Subject</HeadCell>
          <HeadCell className="max-sm:hidden md:w-[17%]">Actor</HeadCell>
          <HeadCell className="max-md:hidden">What changed</HeadCell>
          <HeadCell numeric className="w-28">
            When, UTC
          </HeadCell>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <ExpandingRow
            key={entry.seq}
            id={String(entry.seq)}
            open={entry.seq === open}
            onToggle={() => onToggle(entry.seq)}
            head={<EntryHead entry={entry} />}
            headClassName="max-md:w-full max-md:max-w-0"
            columns={COLUMNS}
            detail={() => <EntryDetail entry={entry} />}
          >
            <Cell className="max-sm:hidden">
              <Choose
                label={`only ${entry.subject.kind} ${entry.subject.id}`}
                text={shortSubject(entry)}
                onChoose={() => onChoose({ subject: entry.subject.id })}
              />
            </Cell>
            <Cell className="text-ink2 max-sm:hidden">
              <Choose
                label={`only ${entry.actor.kind} ${entry.actor.name}`}
                text={entry.actor.name}
                onChoose={() => onChoose({ actor: entry.actor.id })}
              />
            </Cell>
            <Cell title={changeWords(entry)} className="truncate text-ink2 max-md:hidden">
              {changeWords(entry)}
            </Cell>
            <Cell numeric className="text-ink2">
              <Instant iso={entry.at} />
            </Cell>
          </ExpandingRow>
        ))}
      </tbody>
    </Table>
  );
}
