import { listWaivers as listSpec, createWaiver as postSpec } from "@/lib/http/contract/regressions";
import { json, route } from "@/lib/http/route";
import { createWaiver } from "@/lib/services/regressions/create-waiver";
import { listWaivers } from "@/lib/services/regressions/list-waivers";

export const GET = route(listSpec, async ({ ctx, query: { cursor = null, limit, ...filter } }) =>
  json(await listWaivers({ ctx, filter, cursor, limit })),
);

export const POST = route(postSpec, async ({ ctx, body }) => json(await createWaiver({ ctx, input: body }), 201));
