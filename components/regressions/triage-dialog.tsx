"use client";

import { useState } from "react";
import { FormDialog } from "@/components/settings/form-dialog";
import { Field } from "@/components/ui/field";
import { Input, Textarea } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { RegressionDto } from "@/lib/domain/regressions/dto";
import type { TriageVerb } from "@/lib/queries/regressions";
import { problemAt } from "@/lib/queries/settings-problems";
import { EMPTY_TRIAGE, type TriageForm, triageBody, triageProblems } from "./triage-form";
import type { TriageAct } from "./triage-rules";
import { actWords, CAUSES, type CauseChoice, SPANS, type Span } from "./triage-words";
import { refusalWords, useTriage } from "./use-triage";

export type DialogAct = Exclude<TriageAct, "waive">;

const VERB: Readonly<Record<DialogAct, TriageVerb>> = {
  acknowledge: "acknowledge",
  dismiss: "dismiss",
  "claim-fix": "claim-fix",
  "link-issue": "acknowledge",
  reopen: "reopen",
};
const POINTERS = ["/reason", "/issueUrl"];

interface TriageDialogProps {
  regression: RegressionDto;
  act: DialogAct;
  onClose: () => void;
}

/** Asks for what an act needs, sends it, and stays open with the reason when it is refused. */
export function TriageDialog({ regression, act, onClose }: TriageDialogProps) {
  const [form, setForm] = useState<TriageForm>(() => ({
    ...EMPTY_TRIAGE,
    issueUrl: regression.issueUrl ?? "",
    cause: regression.cause ?? "unknown",
  }));
  const [problems, setProblems] = useState<Record<string, string>>({});
  const sent = useTriage(onClose);
  const words = actWords(act, `R-${regression.number}`);
  const submit = () => {
    const found = triageProblems(act, form);
    setProblems(found);
    if (Object.keys(found).length > 0) return;
    const body = triageBody(act, form, new Date());
    sent.mutate({ id: regression.id, verb: VERB[act], expectedVersion: regression.version, ...body });
  };
  return (
    <FormDialog
      title={words.title}
      description={
        <>
          <p className="font-medium text-ink">
            {regression.title}, {regression.cluster}
          </p>
          {words.means}
        </>
      }
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      onSubmit={submit}
      submitLabel={words.submit}
      danger={act === "dismiss"}
      pending={sent.isPending}
      problem={refusalWords(sent.error, POINTERS)}
    >
      <TriageFields
        act={act}
        form={form}
        onChange={(next) => setForm({ ...form, ...next })}
        errorAt={(pointer) => problems[pointer] ?? problemAt(sent.error, pointer)}
      />
    </FormDialog>
  );
}

interface TriageFieldsProps {
  act: DialogAct;
  form: TriageForm;
  onChange: (next: Partial<TriageForm>) => void;
  errorAt: (pointer: string) => string | undefined;
}

/** What an act asks for. */
export function TriageFields({ act, form, onChange, errorAt }: TriageFieldsProps) {
  const words = actWords(act, "");
  const asksCause = act === "acknowledge" || act === "dismiss";
  return (
    <>
      {act === "link-issue" ? <IssueField form={form} onChange={onChange} error={errorAt("/issueUrl")} /> : null}
      <Field label={words.reasonLabel} hint={words.reasonHint} error={errorAt("/reason")}>
        {(control) => (
          <Textarea
            {...control}
            value={form.reason}
            maxLength={2000}
            onChange={(event) => onChange({ reason: event.target.value })}
          />
        )}
      </Field>
      {asksCause ? (
        <Field label="Cause, as far as you can tell">
          {({ id }) => (
            <Select<CauseChoice>
              id={id}
              label="Cause, as far as you can tell"
              value={form.cause}
              options={CAUSES}
              onValueChange={(cause) => onChange({ cause })}
            />
          )}
        </Field>
      ) : null}
      {act === "dismiss" ? (
        <Field label="Holds for" hint="After that it is judged as if nobody had dismissed it.">
          {({ id }) => (
            <Select<Span>
              id={id}
              label="Holds for"
              value={form.span}
              options={SPANS}
              onValueChange={(span) => onChange({ span })}
            />
          )}
        </Field>
      ) : null}
      {act === "link-issue" || act === "reopen" ? null : (
        <IssueField form={form} onChange={onChange} error={errorAt("/issueUrl")} optional />
      )}
    </>
  );
}

interface IssueFieldProps extends Pick<TriageFieldsProps, "form" | "onChange"> {
  error: string | undefined;
  optional?: boolean;
}

function IssueField({ form, onChange, error, optional = false }: IssueFieldProps) {
  return (
    <Field label={optional ? "Issue, if there is one" : "Issue"} hint="Its address, https://…" error={error}>
      {(control) => (
        <Input
          {...control}
          type="url"
          inputMode="url"
          value={form.issueUrl}
          maxLength={2000}
          onChange={(event) => onChange({ issueUrl: event.target.value })}
        />
      )}
    </Field>
  );
}
