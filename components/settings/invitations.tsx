"use client";

import { Disclosure } from "@/components/ui/disclosure";
import { EmptyState } from "@/components/ui/empty-state";
import type { InvitationDto } from "@/lib/domain/auth/invitation";
import { InvitationTable } from "./invitation-table";
import { TableCard } from "./table-card";

/** Links that can still be used, and beneath them those that cannot. */
export function Invitations({ invitations }: { invitations: readonly InvitationDto[] }) {
  const open = invitations.filter((invitation) => invitation.state === "open");
  const closed = invitations.filter((invitation) => invitation.state !== "open");
  return (
    <>
      <TableCard title="Open invitations" className="mt-4">
        {open.length === 0 ? (
          <EmptyState title="No open invitation" />
        ) : (
          <InvitationTable label="Open invitations" invitations={open} />
        )}
      </TableCard>
      {closed.length === 0 ? null : (
        <Disclosure summary={`${closed.length} used or expired`} className="mt-4">
          <TableCard className="mt-2">
            <InvitationTable label="Used and expired invitations" invitations={closed} />
          </TableCard>
        </Disclosure>
      )}
    </>
  );
}
