"use client";

import { ROLE_WORDS, withArticle } from "@/components/auth/role-words";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import type { Role } from "@/lib/domain/auth/actor";
import { ROLE_OPTIONS } from "./people-words";

/** A role, and what it may do. */
export function RoleField({ role, onChange }: { role: Role; onChange: (role: Role) => void }) {
  return (
    <Field label="Role" hint={`${withArticle(role).replace(/^a/, "A")} ${ROLE_WORDS[role]}.`}>
      {({ id }) => <Select<Role> id={id} label="Role" value={role} options={ROLE_OPTIONS} onValueChange={onChange} />}
    </Field>
  );
}
