import { ROLE_WORDS } from "@/components/auth/role-words";
import type { Role } from "@/lib/domain/auth/actor";
import { AdminOnly } from "./admin-only";
import { SectionHead } from "./section-head";

/** What the section of people is for who is not admin. */
export function OwnAccount({ name, role }: { name: string; role: Role }) {
  return (
    <SectionHead
      title={`You are signed in as ${name}, ${role}.`}
      action={<AdminOnly id="no-invite" label="Invite a person" what="see accounts and invite people" role={role} />}
    >
      Your role {ROLE_WORDS[role]}.
    </SectionHead>
  );
}
