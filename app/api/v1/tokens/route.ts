import { createToken as createSpec, listTokens as listSpec } from "@/lib/http/contract/tokens";
import { json, route } from "@/lib/http/route";
import { createToken } from "@/lib/services/auth/create-token";
import { listTokens } from "@/lib/services/auth/list-tokens";

export const GET = route(listSpec, async ({ ctx, query }) =>
  json(await listTokens({ ctx, cursor: query.cursor ?? null, limit: query.limit })),
);

export const POST = route(createSpec, async ({ ctx, body }) => json(await createToken({ ctx, input: body }), 201));
