import { postMetricWindows } from "@/lib/http/contract/signals";
import { idempotencyKeyOf, streamBody } from "@/lib/http/read-body";
import { json, route } from "@/lib/http/route";
import { recordMetricWindows } from "@/lib/services/signals/record-metric-windows";

export const POST = route(postMetricWindows, async ({ ctx, request }) => {
  const body = streamBody(request, postMetricWindows.stream);
  const answer = await recordMetricWindows({ ctx, body, idempotencyKey: idempotencyKeyOf(request) });
  return json(answer.body, answer.status);
});
