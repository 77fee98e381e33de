"use client";

import { useMutation } from "@tanstack/react-query";
import { useId, useState } from "react";
import { useViewer } from "@/components/layout/viewer";
import { FormDialog } from "@/components/settings/form-dialog";
import { Button, DisabledReason } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";
import type { WaiverDto } from "@/lib/domain/regressions/waiver";
import { problemAt } from "@/lib/queries/settings-problems";
import { approveWaiver, revokeWaiver } from "@/lib/queries/waivers";
import { approvalReason, roleReason } from "./triage-rules";
import { scopeWords } from "./triage-words";
import { refusalWords, useRefresh } from "./use-triage";

/** Approve and revoke, each behind a question; who may not is told why. */
export function WaiverActs({ waiver }: { waiver: WaiverDto }) {
  const viewer = useViewer();
  const reasonId = useId();
  if (waiver.state === "expired" || waiver.state === "revoked") return null;
  const approval = approvalReason(viewer, waiver);
  const mayRevoke = roleReason(viewer.role, "operator", "revoke waivers") === undefined;
  return (
    <div className="mt-2 flex flex-wrap items-center gap-2 print:hidden">
      {waiver.state === "proposed" && approval === undefined ? <Approve waiver={waiver} /> : null}
      {waiver.state === "proposed" && approval !== undefined ? (
        <>
          <Button disabled aria-describedby={reasonId}>
            Approve…
          </Button>
          <DisabledReason id={reasonId}>{approval}</DisabledReason>
        </>
      ) : null}
      {mayRevoke ? <Revoke waiver={waiver} /> : null}
    </div>
  );
}

function Approve({ waiver }: { waiver: WaiverDto }) {
  const refresh = useRefresh();
  const [open, setOpen] = useState(false);
  const [comment, setComment] = useState("");
  const sent = useMutation({
    mutationFn: () => approveWaiver({ id: waiver.id, ...(comment.trim() === "" ? {} : { comment: comment.trim() }) }),
    onSuccess: async () => {
      setOpen(false);
      await refresh();
    },
  });
  return (
    <FormDialog
      title="Approve the waiver?"
      description={`${waiver.author.name} asks to live with ${waiver.subject} in ${waiver.release} on ${scopeWords(waiver.scope)}. It holds nothing any more while the waiver counts, and is red again when it is worse than now.`}
      trigger={<Button variant="primary">Approve…</Button>}
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        sent.reset();
      }}
      onSubmit={() => sent.mutate()}
      submitLabel="Approve the waiver"
      pending={sent.isPending}
      problem={refusalWords(sent.error, ["/comment"])}
    >
      <p className="break-words border-line2 border-l-2 pl-3 text-ink2">{waiver.reason}</p>
      <Field label="Comment, if any" error={problemAt(sent.error, "/comment")}>
        {(control) => (
          <Textarea
            {...control}
            value={comment}
            maxLength={2000}
            onChange={(event) => setComment(event.target.value)}
          />
        )}
      </Field>
    </FormDialog>
  );
}

function Revoke({ waiver }: { waiver: WaiverDto }) {
  const refresh = useRefresh();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  const [missing, setMissing] = useState(false);
  const sent = useMutation({
    mutationFn: () => revokeWaiver({ id: waiver.id, reason: reason.trim() }),
    onSuccess: async () => {
      setOpen(false);
      await refresh();
    },
  });
  const submit = () => {
    setMissing(reason.trim() === "");
    if (reason.trim() !== "") sent.mutate();
  };
  return (
    <FormDialog
      title="Revoke the waiver?"
      description="What it covered is judged again at once, as if it had never been waived."
      trigger={<Button>Revoke…</Button>}
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        setMissing(false);
        sent.reset();
      }}
      onSubmit={submit}
      submitLabel="Revoke the waiver"
      danger
      pending={sent.isPending}
      problem={refusalWords(sent.error, ["/reason"])}
    >
      <Field
        label="Why"
        error={missing ? "Say it in a few words; it stands in the audit log." : problemAt(sent.error, "/reason")}
      >
        {(control) => (
          <Textarea {...control} value={reason} maxLength={2000} onChange={(event) => setReason(event.target.value)} />
        )}
      </Field>
    </FormDialog>
  );
}
