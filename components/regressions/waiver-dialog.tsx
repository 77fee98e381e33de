"use client";

import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { FormDialog } from "@/components/settings/form-dialog";
import { Field } from "@/components/ui/field";
import { Input, Textarea } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { RegressionDto } from "@/lib/domain/regressions/dto";
import { problemAt } from "@/lib/queries/settings-problems";
import { createWaiver } from "@/lib/queries/waivers";
import { SPANS, type Span } from "./triage-words";
import { refusalWords, useRefresh } from "./use-triage";
import { SCOPES, type ScopeChoice, type WaiverForm, waiverFormOf, waiverInput, waiverProblems } from "./waiver-form";

const POINTERS = ["/reason", "/url", "/scope", "/scope/labels"];

/** Asks for a waiver of what this regression is about. It holds when somebody else approves it. */
export function WaiverDialog({ regression, onClose }: { regression: RegressionDto; onClose: () => void }) {
  const refresh = useRefresh();
  const [form, setForm] = useState<WaiverForm>(waiverFormOf);
  const [problems, setProblems] = useState<Record<string, string>>({});
  const sent = useMutation({
    mutationFn: createWaiver,
    onSuccess: async () => {
      onClose();
      await refresh();
    },
  });
  const submit = () => {
    const found = waiverProblems(form);
    setProblems(found);
    if (Object.keys(found).length === 0) sent.mutate(waiverInput(regression, form, new Date()));
  };
  return (
    <FormDialog
      title="Ask for a waiver"
      description={
        <>
          <p className="font-medium text-ink">
            {regression.title}, {regression.release}
          </p>
          You propose to live with it as it is now. It holds when somebody else approves it, and it is red again as soon
          as it is worse than now.
        </>
      }
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      onSubmit={submit}
      submitLabel="Ask for it"
      pending={sent.isPending}
      problem={refusalWords(sent.error, POINTERS)}
    >
      <WaiverFields
        cluster={regression.cluster}
        form={form}
        onChange={(next) => setForm({ ...form, ...next })}
        errorAt={(pointer) => problems[pointer] ?? problemAt(sent.error, pointer)}
      />
    </FormDialog>
  );
}

interface WaiverFieldsProps {
  cluster: string;
  form: WaiverForm;
  onChange: (next: Partial<WaiverForm>) => void;
  errorAt: (pointer: string) => string | undefined;
}

function WaiverFields({ cluster, form, onChange, errorAt }: WaiverFieldsProps) {
  const scopes = SCOPES.map(({ value, label }) => ({ value, label: value === "cluster" ? `only ${cluster}` : label }));
  return (
    <>
      <Field label="Where it holds" error={errorAt("/scope")}>
        {({ id }) => (
          <Select<ScopeChoice>
            id={id}
            label="Where it holds"
            value={form.scope}
            options={scopes}
            onValueChange={(scope) => onChange({ scope })}
          />
        )}
      </Field>
      {form.scope === "cohort" ? (
        <Field label="Labels" hint="name=value, all of them: kernel=5.15, region=eu" error={errorAt("/scope/labels")}>
          {(control) => (
            <Input
              {...control}
              value={form.labels}
              maxLength={1000}
              onChange={(event) => onChange({ labels: event.target.value })}
            />
          )}
        </Field>
      ) : null}
      <Field label="Reason" hint="What makes it bearable, and what will end it." error={errorAt("/reason")}>
        {(control) => (
          <Textarea
            {...control}
            value={form.reason}
            maxLength={2000}
            onChange={(event) => onChange({ reason: event.target.value })}
          />
        )}
      </Field>
      <Field label="Link, if there is one" hint="An issue or a decision, https://…" error={errorAt("/url")}>
        {(control) => (
          <Input
            {...control}
            type="url"
            inputMode="url"
            value={form.url}
            maxLength={2000}
            onChange={(event) => onChange({ url: event.target.value })}
          />
        )}
      </Field>
      <Field label="Ends after" hint="30 days at most.">
        {({ id }) => (
          <Select<Span>
            id={id}
            label="Ends after"
            value={form.span}
            options={SPANS}
            onValueChange={(span) => onChange({ span })}
          />
        )}
      </Field>
    </>
  );
}
