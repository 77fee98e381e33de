"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { FormDialog } from "@/components/settings/form-dialog";
import { Button } from "@/components/ui/button";
import type { Gate } from "@/lib/domain/gates/gate";
import { putGate } from "@/lib/queries/gates";
import { problemAt, problemSentence } from "@/lib/queries/settings-problems";
import { GateFields } from "./gate-fields";
import { FORM_POINTERS, formProblems, type GateForm, gateFormOf, inputOf } from "./gate-form";

/** Defines a gate, or redefines the given one. Every cluster is judged again. */
export function GateDialog({ gate }: { gate: Gate | null }) {
  const queryClient = useQueryClient();
  const [open, setOpen] = useState(false);
  const [form, setForm] = useState<GateForm>(() => gateFormOf(gate));
  const [problems, setProblems] = useState<Record<string, string>>({});
  const sent = useMutation({
    mutationFn: ({ id, input }: ReturnType<typeof inputOf>) => putGate(id, input),
    onSuccess: () => {
      setOpen(false);
      return queryClient.invalidateQueries({ queryKey: ["gates"] });
    },
  });
  const change = (next: boolean) => {
    setOpen(next);
    setForm(gateFormOf(gate));
    setProblems({});
    sent.reset();
  };
  const submit = () => {
    const found = formProblems(form);
    setProblems(found);
    if (Object.keys(found).length === 0) sent.mutate(inputOf(form));
  };
  const errorAt = (pointer: string) => problems[pointer] ?? problemAt(sent.error, pointer);
  return (
    <FormDialog
      title={gate === null ? "Define a gate" : `Redefine ${gate.title}`}
      description="Every cluster is judged again by it. The change and the one before it stay in the audit log."
      trigger={gate === null ? <Button variant="primary">Define a gate</Button> : <Button>Redefine</Button>}
      open={open}
      onOpenChange={change}
      onSubmit={submit}
      submitLabel={gate === null ? "Define the gate" : "Redefine the gate"}
      pending={sent.isPending}
      problem={problemSentence(sent.error, FORM_POINTERS)}
      className="max-w-[560px]"
    >
      <GateFields
        form={form}
        onChange={(next) => setForm({ ...form, ...next })}
        errorAt={errorAt}
        isNew={gate === null}
      />
    </FormDialog>
  );
}
