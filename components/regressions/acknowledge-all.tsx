"use client";

import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { FormDialog } from "@/components/settings/form-dialog";
import { Button } from "@/components/ui/button";
import { countOf } from "@/components/ui/format-count";
import type { RegressionDto } from "@/lib/domain/regressions/dto";
import { triageRegression } from "@/lib/queries/regressions";
import { TriageFields } from "./triage-dialog";
import { EMPTY_TRIAGE, type TriageForm, triageBody, triageProblems } from "./triage-form";
import { useRefresh } from "./use-triage";

/** Those of which the server said no, with its words. */
interface Refusal {
  cluster: string;
  words: string;
}

interface Outcome {
  of: number;
  refused: Refusal[];
}

async function acknowledgeEach(regressions: readonly RegressionDto[], form: TriageForm): Promise<Outcome> {
  const body = triageBody("acknowledge", form, new Date());
  const refused: Refusal[] = [];
  // One after the other: each is a change of its own, with its own entry in the audit log.
  for (const { id, version, cluster } of regressions) {
    try {
      await triageRegression({ id, verb: "acknowledge", expectedVersion: version, ...body });
    } catch (error) {
      refused.push({ cluster, words: error instanceof Error ? error.message : "It was refused." });
    }
  }
  return { of: regressions.length, refused };
}

function refusedWords(outcome: Outcome | undefined): string | undefined {
  const first = outcome?.refused[0];
  if (outcome === undefined || first === undefined) return undefined;
  const done = outcome.of - outcome.refused.length;
  return `${countOf(done, "cluster")} acknowledged, ${outcome.refused.length} refused. ${first.cluster}: ${first.words}`;
}

/** One cause over many clusters is looked after once. */
export function AcknowledgeAll({ title, regressions }: { title: string; regressions: readonly RegressionDto[] }) {
  const refresh = useRefresh();
  const [open, setOpen] = useState(false);
  const [form, setForm] = useState<TriageForm>(EMPTY_TRIAGE);
  const [problems, setProblems] = useState<Record<string, string>>({});
  const sent = useMutation({
    mutationFn: () => acknowledgeEach(regressions, form),
    onSuccess: async ({ refused }) => {
      if (refused.length === 0) setOpen(false);
      await refresh();
    },
  });
  const submit = () => {
    const found = triageProblems("acknowledge", form);
    setProblems(found);
    if (Object.keys(found).length === 0) sent.mutate();
  };
  const label = `Acknowledge all ${regressions.length} that are open…`;
  return (
    <div className="mt-2 print:hidden">
      <FormDialog
        title={`Acknowledge ${title} on ${countOf(regressions.length, "cluster")}`}
        description="You look after all of them. Each goes on holding its cluster until clean evidence resolves it."
        trigger={<Button>{label}</Button>}
        open={open}
        onOpenChange={(next) => {
          setOpen(next);
          sent.reset();
        }}
        onSubmit={submit}
        submitLabel={`Acknowledge ${regressions.length}`}
        pending={sent.isPending}
        problem={refusedWords(sent.data)}
      >
        <TriageFields
          act="acknowledge"
          form={form}
          onChange={(next) => setForm({ ...form, ...next })}
          errorAt={(pointer) => problems[pointer]}
        />
      </FormDialog>
    </div>
  );
}
