import { listGates as spec } from "@/lib/http/contract/fleet";
import { json, route } from "@/lib/http/route";
import { listGates } from "@/lib/services/gates/list-gates";
import { pageAfter } from "@/lib/services/page";

export const GET = route(spec, async ({ ctx, query }) =>
  json(pageAfter(await listGates({ ctx }), query, (gate) => gate.id)),
);
