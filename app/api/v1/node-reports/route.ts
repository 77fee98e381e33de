import { postNodeReports } from "@/lib/http/contract/ingest";
import { idempotencyKeyOf, streamBody } from "@/lib/http/read-body";
import { json, route } from "@/lib/http/route";
import { recordNodeReports } from "@/lib/services/nodes/record-node-reports";

export const POST = route(postNodeReports, async ({ ctx, request }) => {
  const body = streamBody(request, postNodeReports.stream);
  const answer = await recordNodeReports({ ctx, body, idempotencyKey: idempotencyKeyOf(request) });
  return json(answer.body, answer.status);
});
