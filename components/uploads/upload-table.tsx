"use client";

import { ExpandingRow } from "@/components/data-table/expanding-row";
import { onRowKeys } from "@/components/data-table/on-row-keys";
import { OutcomeWord } from "@/components/status/result";
import { StatusMark } from "@/components/status/status-mark";
import { cn } from "@/components/ui/cn";
import { formatBytes } from "@/components/ui/format-count";
import { Cell, HeadCell, Table } from "@/components/ui/table";
import { Instant } from "@/components/ui/time";
import { OutcomeSchema } from "@/lib/domain/gates/gate-run";
import type { UploadDto } from "@/lib/domain/uploads/upload";
import { UploadDetail } from "./upload-detail";
import { cameToWords, problemWords, subjectWords, UPLOAD_PRESENTATION } from "./upload-words";

const COLUMNS = 7;

function UploadHead({ upload }: { upload: UploadDto }) {
  const isQuiet = upload.state === "accepted";
  const problem = problemWords(upload);
  return (
    <>
      <StatusMark presentation={UPLOAD_PRESENTATION[upload.state]} className="mt-[5px] self-start" />
      <span className="min-w-0 flex-1 self-start py-0.5">
        <span className={cn("block truncate", isQuiet ? "text-ink2" : "font-semibold")}>{subjectWords(upload)}</span>
        {problem === null ? null : (
          <span title={problem} className="block truncate text-ink2 text-small">
            {problem}
          </span>
        )}
      </span>
    </>
  );
}

function CameTo({ upload }: { upload: UploadDto }) {
  const outcome = OutcomeSchema.safeParse(upload.gateRun?.outcome);
  return (
    <span className="flex flex-wrap items-center gap-x-2">
      {outcome.success ? <OutcomeWord outcome={outcome.data} /> : null}
      <span className="text-ink2">{cameToWords(upload)}</span>
    </span>
  );
}

interface UploadTableProps {
  uploads: readonly UploadDto[];
  open: string | null;
  onToggle: (id: string) => void;
}

/** Uploads, newest first; a row opens to its errors and its document. */
export function UploadTable({ uploads, open, onToggle }: UploadTableProps) {
  return (
    <Table label="Uploads, newest first" onKeyDown={onRowKeys} className="md:table-fixed">
      <thead>
        <tr>
          <HeadCell className="md:w-[34%]">Upload</HeadCell>
          <HeadCell className="max-sm:hidden">Cluster</HeadCell>
          <HeadCell className="max-md:hidden">Release</HeadCell>
          <HeadCell className="max-md:hidden">From</HeadCell>
          <HeadCell className="max-sm:hidden">Came to</HeadCell>
          <HeadCell numeric className="w-24 max-md:hidden">
            Size
          </HeadCell>
          <HeadCell numeric className="w-28">
            Received, UTC
          </HeadCell>
        </tr>
      </thead>
      <tbody>
        {uploads.map((upload) => (
          <ExpandingRow
            key={upload.id}
            id={upload.id}
            open={upload.id === open}
            onToggle={() => onToggle(upload.id)}
            head={<UploadHead upload={upload} />}
            headClassName="max-md:w-full max-md:max-w-0"
            columns={COLUMNS}
            detail={() => <UploadDetail upload={upload} />}
          >
            <Cell title={upload.cluster ?? undefined} className="truncate max-sm:hidden">
              {upload.cluster ?? <span className="text-ink3">several or none</span>}
            </Cell>
            <Cell className="truncate font-mono text-ink2 text-mono max-md:hidden">{upload.release ?? "–"}</Cell>
            <Cell title={upload.actor.name} className="truncate text-ink2 max-md:hidden">
              {upload.actor.name}
            </Cell>
            <Cell className="max-sm:hidden">
              <CameTo upload={upload} />
            </Cell>
            <Cell numeric className="text-ink2 max-md:hidden">
              {upload.sizeBytes === null ? <span title="It was not read">–</span> : formatBytes(upload.sizeBytes)}
            </Cell>
            <Cell numeric className="text-ink2">
              <Instant iso={upload.receivedAt} />
            </Cell>
          </ExpandingRow>
        ))}
      </tbody>
    </Table>
  );
}
