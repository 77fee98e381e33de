"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { Role } from "@/lib/domain/auth/actor";
import { problemAt, problemSentence } from "@/lib/queries/settings-problems";
import { allInvitations, createInvitation } from "@/lib/queries/users";
import { FormDialog } from "./form-dialog";
import { LINK_HOURS, type LinkHours } from "./people-words";
import { RoleField } from "./role-field";
import { SecretDialog } from "./secret-dialog";

/** Makes an invitation, then shows its link once. */
export function InviteDialog() {
  const queryClient = useQueryClient();
  const [open, setOpen] = useState(false);
  const [role, setRole] = useState<Role>("viewer");
  const [email, setEmail] = useState("");
  const [hours, setHours] = useState<LinkHours>("72");
  const made = useMutation({
    mutationFn: createInvitation,
    onSuccess: () => {
      setOpen(false);
      return queryClient.invalidateQueries({ queryKey: allInvitations().queryKey });
    },
  });
  const change = (next: boolean) => {
    setOpen(next);
    setRole("viewer");
    setEmail("");
    made.reset();
  };
  const address = email.trim() === "" ? {} : { email };
  return (
    <>
      <FormDialog
        title="Invite a person"
        description="Makes a link with which one person makes an account. Waggle sends no mail: hand the link over yourself."
        trigger={<Button variant="primary">Invite a person</Button>}
        open={open}
        onOpenChange={change}
        onSubmit={() => made.mutate({ role, ...address, expiresInHours: Number(hours) })}
        submitLabel="Make the link"
        pending={made.isPending}
        problem={problemSentence(made.error, ["/email"])}
      >
        <RoleField role={role} onChange={setRole} />
        <Field
          label="For this e-mail address only (optional)"
          hint="Left empty, whoever holds the link can use it, with any address."
          error={problemAt(made.error, "/email")}
        >
          {(control) => (
            <Input {...control} type="email" value={email} onChange={(event) => setEmail(event.target.value)} />
          )}
        </Field>
        <Field label="Can be used for">
          {({ id }) => (
            <Select<LinkHours>
              id={id}
              label="Can be used for"
              value={hours}
              options={LINK_HOURS}
              onValueChange={setHours}
            />
          )}
        </Field>
      </FormDialog>
      {made.data === undefined ? null : (
        <SecretDialog
          title="Copy the link now"
          description={`It cannot be shown again. Who follows it first makes an account with the role ${made.data.role}.`}
          label="Link"
          secret={made.data.link}
          onDone={() => change(false)}
        />
      )}
    </>
  );
}
