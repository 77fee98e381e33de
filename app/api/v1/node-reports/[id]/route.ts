import { getNodeReport as spec } from "@/lib/http/contract/ingest";
import { route } from "@/lib/http/route";
import { getNodeReportText } from "@/lib/services/nodes/get-node-report";

export const GET = route(
  spec,
  async ({ ctx, params }) =>
    new Response(await getNodeReportText({ ctx, id: params.id }), { headers: { "content-type": "application/json" } }),
);
