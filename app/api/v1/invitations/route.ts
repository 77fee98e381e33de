import { createInvitation as createSpec, listInvitations as listSpec } from "@/lib/http/contract/tokens";
import { json, route } from "@/lib/http/route";
import { createInvitation } from "@/lib/services/auth/create-invitation";
import { listInvitations } from "@/lib/services/auth/list-invitations";

export const GET = route(listSpec, async ({ ctx, query }) =>
  json(await listInvitations({ ctx, cursor: query.cursor ?? null, limit: query.limit })),
);

export const POST = route(createSpec, async ({ ctx, body }) => json(await createInvitation({ ctx, input: body }), 201));
