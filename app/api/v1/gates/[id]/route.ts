import { deleteGate as deleteSpec, putGate as putSpec } from "@/lib/http/contract/fleet";
import { json, noContent, route } from "@/lib/http/route";
import { deleteGate, putGate } from "@/lib/services/gates/put-gate";

export const PUT = route(putSpec, async ({ ctx, params, body }) => {
  const { gate, created } = await putGate({ ctx, id: params.id, input: body });
  return json(gate, created ? 201 : 200);
});

export const DELETE = route(deleteSpec, async ({ ctx, params }) => {
  await deleteGate({ ctx, id: params.id });
  return noContent();
});
