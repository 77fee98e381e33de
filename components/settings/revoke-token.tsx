"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import type { TokenDto } from "@/lib/domain/auth/token";
import { problemSentence } from "@/lib/queries/settings-problems";
import { allTokens, revokeToken } from "@/lib/queries/tokens";
import { FormDialog } from "./form-dialog";

/** Ends a token, after a question. */
export function RevokeToken({ token }: { token: TokenDto }) {
  const queryClient = useQueryClient();
  const [open, setOpen] = useState(false);
  const revoked = useMutation({
    mutationFn: () => revokeToken(token.id),
    onSuccess: () => {
      setOpen(false);
      return queryClient.invalidateQueries({ queryKey: allTokens().queryKey });
    },
  });
  return (
    <FormDialog
      title={`Revoke “${token.name}”?`}
      description="What uses it is refused from the next request on. A revoked token does not come back; make a new one instead."
      trigger={
        <Button variant="quiet" aria-label={`Revoke ${token.name}`}>
          Revoke…
        </Button>
      }
      open={open}
      onOpenChange={setOpen}
      onSubmit={() => revoked.mutate()}
      submitLabel="Revoke the token"
      danger
      pending={revoked.isPending}
      problem={problemSentence(revoked.error)}
    />
  );
}
