import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { OwnAccount } from "@/components/settings/own-account";
import { PeopleSection } from "@/components/settings/people-section";
import { pageContext } from "@/lib/http/session";
import { makeQueryClient } from "@/lib/queries/query-client";
import { everyItem, PAGE_LIMIT } from "@/lib/queries/settings-pages";
import { allInvitations, allUsers } from "@/lib/queries/users";
import { listInvitations } from "@/lib/services/auth/list-invitations";
import { listUsers } from "@/lib/services/auth/list-users";

export const metadata: Metadata = { title: "People" };

export default async function PeoplePage() {
  const ctx = await pageContext();
  const { id, name, role } = ctx.actor;
  if (role !== "admin") return <OwnAccount name={name} role={role} />;
  const queryClient = makeQueryClient();
  const [users, invitations] = await Promise.all([
    everyItem((cursor) => listUsers({ ctx, cursor, limit: PAGE_LIMIT })),
    everyItem((cursor) => listInvitations({ ctx, cursor, limit: PAGE_LIMIT })),
  ]);
  queryClient.setQueryData(allUsers().queryKey, users);
  queryClient.setQueryData(allInvitations().queryKey, invitations);
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <PeopleSection ownId={id} />
    </HydrationBoundary>
  );
}
