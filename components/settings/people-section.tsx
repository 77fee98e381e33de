"use client";

import { useQuery } from "@tanstack/react-query";
import { ErrorState } from "@/components/ui/error-state";
import { SkeletonRows } from "@/components/ui/skeleton";
import { allInvitations, allUsers } from "@/lib/queries/users";
import { Invitations } from "./invitations";
import { InviteDialog } from "./invite-dialog";
import { PeopleTable } from "./people-table";
import { peopleSentence } from "./people-words";
import { SectionHead } from "./section-head";
import { TableCard } from "./table-card";

/** Who can sign in, and who was invited. For admins. */
export function PeopleSection({ ownId }: { ownId: string }) {
  const people = useQuery(allUsers());
  const invitations = useQuery(allInvitations());
  const error = people.error ?? invitations.error;
  const retry = () => void Promise.all([people.refetch(), invitations.refetch()]);
  return (
    <>
      <SectionHead title={people.data === undefined ? "People" : peopleSentence(people.data)} action={<InviteDialog />}>
        Accounts are made by invitation only. A change of role counts from the person’s next click.
      </SectionHead>
      {error === null ? null : (
        <ErrorState title="People did not load" onRetry={retry} retrying={people.isFetching || invitations.isFetching}>
          {error.message}
        </ErrorState>
      )}
      <TableCard title="Accounts">
        {people.data === undefined ? (
          <SkeletonRows label="People load" columns={5} />
        ) : (
          <PeopleTable people={people.data} ownId={ownId} />
        )}
      </TableCard>
      {invitations.data === undefined ? null : <Invitations invitations={invitations.data} />}
    </>
  );
}
