"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { isLastAdminLost, type UserDto } from "@/lib/domain/auth/user";
import { problemSentence } from "@/lib/queries/settings-problems";
import { allUsers, changeUser } from "@/lib/queries/users";
import { FormDialog } from "./form-dialog";
import { RoleField } from "./role-field";

/** Changes the role of a person, or whether they can sign in. */
export function PersonDialog({ person, admins }: { person: UserDto; admins: readonly string[] }) {
  const queryClient = useQueryClient();
  const [open, setOpen] = useState(false);
  const [role, setRole] = useState(person.role);
  const [disabled, setDisabled] = useState(person.disabledAt !== null);
  const changed = useMutation({
    mutationFn: changeUser,
    onSuccess: () => {
      setOpen(false);
      return queryClient.invalidateQueries({ queryKey: allUsers().queryKey });
    },
  });
  const change = (next: boolean) => {
    setOpen(next);
    setRole(person.role);
    setDisabled(person.disabledAt !== null);
    changed.reset();
  };
  const isLast = isLastAdminLost(admins, person.id, { role, disabled });
  return (
    <FormDialog
      title={person.name}
      description={person.email}
      trigger={
        <Button variant="quiet" aria-label={`Change ${person.name}`}>
          Change…
        </Button>
      }
      open={open}
      onOpenChange={change}
      onSubmit={() => changed.mutate({ id: person.id, input: { role, disabled } })}
      submitLabel="Save"
      pending={changed.isPending}
      blocked={isLast ? `${person.name} is the last admin who can sign in. Make somebody else admin first.` : undefined}
      problem={problemSentence(changed.error)}
    >
      <RoleField role={role} onChange={setRole} />
      <Checkbox checked={disabled} onCheckedChange={setDisabled}>
        Disabled: signed out everywhere, and cannot sign in
      </Checkbox>
    </FormDialog>
  );
}
