"use client";

import { X } from "lucide-react";
import { FilterField } from "@/components/data-table/filter-field";
import { Button } from "@/components/ui/button";
import { FilterMenu } from "@/components/ui/filter-menu";
import { SUBJECT_KINDS } from "@/lib/domain/audit/entry";
import type { AuditFilters } from "./audit-of";
import { actionWords } from "./audit-words";

interface AuditFilterBarProps {
  filters: AuditFilters;
  /** The actor's name, where the address holds an id. */
  actorName: string | null;
  onChange: (next: Partial<AuditFilters>) => void;
}

/** Actions are a kind of thing and what was done to it, so the kind's name begins them all. */
const KINDS = SUBJECT_KINDS.map((kind) => ({ value: `${kind}.`, label: actionWords(kind) }));

function Chosen({ name, value, onClear }: { name: string; value: string; onClear: () => void }) {
  return (
    <Button onClick={onClear} className="max-w-80">
      <span className="truncate">
        {name} <span className="font-semibold">{value}</span>
      </span>
      <X size={13} aria-hidden="true" />
      <span className="sr-only">, take this filter away</span>
    </Button>
  );
}

/** What of the log is in view. Every choice is in the address. */
export function AuditFilterBar({ filters, actorName, onChange }: AuditFilterBarProps) {
  const { q, subject, action, actor } = filters;
  const known = KINDS.some(({ value }) => value === action);
  const options = action === null || known ? KINDS : [{ value: action, label: actionWords(action) }, ...KINDS];
  const isFiltered = q !== "" || subject !== null || action !== null || actor !== null;
  return (
    <div className="mt-4 mb-2 flex flex-wrap items-center gap-2 print:hidden">
      <FilterField label="Filter the log" value={q} onChange={(next) => onChange({ q: next })} />
      <FilterMenu
        label="About"
        values={action === null ? [] : [action]}
        options={options}
        onValuesChange={(values) => onChange({ action: values.at(-1) ?? null })}
      />
      {subject === null ? null : <Chosen name="Subject" value={subject} onClear={() => onChange({ subject: null })} />}
      {actor === null ? null : (
        <Chosen name="Actor" value={actorName ?? actor} onClear={() => onChange({ actor: null })} />
      )}
      {isFiltered ? (
        <Button variant="quiet" onClick={() => onChange({ q: "", subject: null, action: null, actor: null })}>
          Clear
        </Button>
      ) : null}
    </div>
  );
}
