"use client";

import { Cell, HeadCell, Row, RowHead, Table } from "@/components/ui/table";
import { Instant } from "@/components/ui/time";
import type { InvitationDto } from "@/lib/domain/auth/invitation";
import { WithdrawInvitation } from "./withdraw-invitation";

interface InvitationTableProps {
  label: string;
  invitations: readonly InvitationDto[];
}

export function InvitationTable({ label, invitations }: InvitationTableProps) {
  return (
    <Table label={label}>
      <thead>
        <tr>
          <HeadCell pinned>For</HeadCell>
          <HeadCell>Role</HeadCell>
          <HeadCell>Made</HeadCell>
          <HeadCell>Link</HeadCell>
          <HeadCell>
            <span className="sr-only">Withdraw</span>
          </HeadCell>
        </tr>
      </thead>
      <tbody>
        {invitations.map((invitation) => (
          <Row key={invitation.id}>
            <RowHead className="font-medium">{invitation.email ?? "whoever holds the link"}</RowHead>
            <Cell>{invitation.role}</Cell>
            <Cell className="whitespace-nowrap">
              <Instant iso={invitation.createdAt} /> <span className="text-ink2">by {invitation.createdBy.name}</span>
            </Cell>
            <Cell className="whitespace-nowrap">
              <LinkState invitation={invitation} />
            </Cell>
            <Cell className="text-right">
              {invitation.state === "used" ? null : <WithdrawInvitation invitation={invitation} />}
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}

function LinkState({ invitation }: { invitation: InvitationDto }) {
  if (invitation.usedAt !== null) {
    return (
      <>
        used <Instant iso={invitation.usedAt} />{" "}
        <span className="text-ink2">by {invitation.usedBy?.name ?? "somebody"}</span>
      </>
    );
  }
  return (
    <>
      {invitation.state === "expired" ? "expired " : "can be used until "}
      <Instant iso={invitation.expiresAt} />
    </>
  );
}
