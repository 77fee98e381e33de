"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { retireCluster } from "@/lib/queries/settings-clusters";
import { problemSentence } from "@/lib/queries/settings-problems";
import { FormDialog } from "./form-dialog";

/** Takes a cluster out of the fleet, after a question. */
export function RetireCluster({ name }: { name: string }) {
  const queryClient = useQueryClient();
  const [open, setOpen] = useState(false);
  const retired = useMutation({
    mutationFn: () => retireCluster(name),
    onSuccess: () => {
      setOpen(false);
      return queryClient.invalidateQueries({ queryKey: ["clusters"] });
    },
  });
  return (
    <FormDialog
      title={`Retire ${name}?`}
      description="It is gone from readiness, and what is sent for it is refused. Its history stays; registering it again brings it back."
      trigger={
        <Button variant="quiet" aria-label={`Retire ${name}`}>
          Retire…
        </Button>
      }
      open={open}
      onOpenChange={setOpen}
      onSubmit={() => retired.mutate()}
      submitLabel="Retire the cluster"
      danger
      pending={retired.isPending}
      problem={problemSentence(retired.error)}
    />
  );
}
