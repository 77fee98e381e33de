"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactElement, useState } from "react";
import type { ClusterDto } from "@/lib/domain/clusters/cluster";
import { saveCluster } from "@/lib/queries/settings-clusters";
import { asSentence, problemSentence } from "@/lib/queries/settings-problems";
import { ClusterFields, type Mistakes } from "./cluster-fields";
import { type ClusterForm, clusterFormOf, clusterInputOf, EMPTY_CLUSTER_FORM } from "./cluster-form";
import { FormDialog } from "./form-dialog";

interface ClusterDialogProps {
  /** Null: a new one. */
  cluster: ClusterDto | null;
  trigger: ReactElement<Record<string, unknown>>;
}

function sentencesOf(mistakes: Mistakes): Mistakes {
  return Object.fromEntries(Object.entries(mistakes).map(([field, words]) => [field, asSentence(words)]));
}

/** Registers a cluster, or changes what is known of one. */
export function ClusterDialog({ cluster, trigger }: ClusterDialogProps) {
  const queryClient = useQueryClient();
  const [open, setOpen] = useState(false);
  const [form, setForm] = useState<ClusterForm>(EMPTY_CLUSTER_FORM);
  const [mistakes, setMistakes] = useState<Mistakes>({});
  const saved = useMutation({
    mutationFn: saveCluster,
    onSuccess: () => {
      setOpen(false);
      return queryClient.invalidateQueries({ queryKey: ["clusters"] });
    },
  });
  const change = (next: boolean) => {
    setOpen(next);
    setForm(cluster === null ? EMPTY_CLUSTER_FORM : clusterFormOf(cluster));
    setMistakes({});
    saved.reset();
  };
  const submit = () => {
    const checked = clusterInputOf(form, cluster);
    setMistakes("mistakes" in checked ? sentencesOf(checked.mistakes) : {});
    if ("input" in checked) saved.mutate(checked);
  };
  return (
    <FormDialog
      title={cluster === null ? "Register a cluster" : cluster.name}
      description="Everything is judged again at once: tier and features decide what the cluster must prove."
      trigger={trigger}
      open={open}
      onOpenChange={change}
      onSubmit={submit}
      submitLabel={cluster === null ? "Register the cluster" : "Save"}
      pending={saved.isPending}
      problem={problemSentence(saved.error)}
      className="max-w-[640px]"
    >
      <ClusterFields
        form={form}
        mistakes={mistakes}
        isNew={cluster === null}
        onChange={(changes) => setForm((before) => ({ ...before, ...changes }))}
      />
    </FormDialog>
  );
}
