import { postMetrics } from "@/lib/http/contract/signals";
import { idempotencyKeyOf, streamBody } from "@/lib/http/read-body";
import { json, route } from "@/lib/http/route";
import { recordMetrics } from "@/lib/services/signals/record-metrics";

export const POST = route(postMetrics, async ({ ctx, query: input, request }) => {
  const body = streamBody(request, postMetrics.stream);
  const answer = await recordMetrics({ ctx, input, body, idempotencyKey: idempotencyKeyOf(request) });
  return json(answer.body, answer.status);
});
