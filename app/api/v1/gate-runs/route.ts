import { postGateRun } from "@/lib/http/contract/ingest";
import { listGateRuns as listSpec } from "@/lib/http/contract/judgement";
import { idempotencyKeyOf, streamBody } from "@/lib/http/read-body";
import { json, route } from "@/lib/http/route";
import { listGateRuns } from "@/lib/services/gates/list-gate-runs";
import { recordGateRun } from "@/lib/services/gates/record-gate-run";

export const POST = route(postGateRun, async ({ ctx, query, request }) => {
  const body = streamBody(request, postGateRun.stream);
  const answer = await recordGateRun({ ctx, input: query, body, idempotencyKey: idempotencyKeyOf(request) });
  return json(answer.body, answer.status);
});

export const GET = route(listSpec, async ({ ctx, query: { cursor = null, limit, ...filter } }) =>
  json(await listGateRuns({ ctx, filter, cursor, limit })),
);
