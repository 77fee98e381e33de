"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import type { InvitationDto } from "@/lib/domain/auth/invitation";
import { problemSentence } from "@/lib/queries/settings-problems";
import { allInvitations, withdrawInvitation } from "@/lib/queries/users";
import { FormDialog } from "./form-dialog";

/** Makes a link void, after a question. */
export function WithdrawInvitation({ invitation }: { invitation: InvitationDto }) {
  const queryClient = useQueryClient();
  const [open, setOpen] = useState(false);
  const whom = invitation.email ?? "whoever holds the link";
  const withdrawn = useMutation({
    mutationFn: () => withdrawInvitation(invitation.id),
    onSuccess: () => {
      setOpen(false);
      return queryClient.invalidateQueries({ queryKey: allInvitations().queryKey });
    },
  });
  return (
    <FormDialog
      title={`Withdraw the invitation for ${whom}?`}
      description="Its link makes no account any more."
      trigger={
        <Button variant="quiet" aria-label={`Withdraw the invitation for ${whom}`}>
          Withdraw…
        </Button>
      }
      open={open}
      onOpenChange={setOpen}
      onSubmit={() => withdrawn.mutate()}
      submitLabel="Withdraw the invitation"
      danger
      pending={withdrawn.isPending}
      problem={problemSentence(withdrawn.error)}
    />
  );
}
