"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { FormDialog } from "@/components/settings/form-dialog";
import { Button } from "@/components/ui/button";
import type { Gate } from "@/lib/domain/gates/gate";
import { deleteGate } from "@/lib/queries/gates";
import { problemSentence } from "@/lib/queries/settings-problems";
import { originWord } from "./gate-words";

/** Takes away the definition that somebody made; the catalogue's counts again, where it has one. */
export function RemoveGate({ gate, onRemoved }: { gate: Gate; onRemoved: () => void }) {
  const queryClient = useQueryClient();
  const [open, setOpen] = useState(false);
  const isRedefined = originWord(gate) === "redefined";
  const removed = useMutation({
    mutationFn: () => deleteGate(gate.id),
    onSuccess: async () => {
      setOpen(false);
      await queryClient.invalidateQueries({ queryKey: ["gates"] });
      if (!isRedefined) onRemoved();
    },
  });
  return (
    <FormDialog
      title={isRedefined ? `Go back to the catalogue's ${gate.id}?` : `Remove ${gate.title}?`}
      description={
        isRedefined
          ? "The catalogue's definition counts again, and every cluster is judged by it."
          : "No cluster needs it any more. Its runs are kept; they count for nothing until a gate with this id is defined again."
      }
      trigger={<Button variant="danger-outline">{isRedefined ? "Use the catalogue's" : "Remove"}</Button>}
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        removed.reset();
      }}
      onSubmit={() => removed.mutate()}
      submitLabel={isRedefined ? "Use the catalogue's" : "Remove the gate"}
      danger
      pending={removed.isPending}
      problem={problemSentence(removed.error)}
    />
  );
}
