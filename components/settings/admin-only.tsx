import { Button, DisabledReason } from "@/components/ui/button";
import type { Role } from "@/lib/domain/auth/actor";

/** The act as others see it: in its place, with the reason why it is not theirs. */
export function AdminOnly({ id, label, what, role }: { id: string; label: string; what: string; role: Role }) {
  return (
    <>
      <DisabledReason id={id}>{`Only admins ${what}; your role is ${role}.`}</DisabledReason>
      <Button disabled aria-describedby={id}>
        {label}
      </Button>
    </>
  );
}
