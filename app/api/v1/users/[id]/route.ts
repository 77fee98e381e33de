import { putUser } from "@/lib/http/contract/tokens";
import { json, route } from "@/lib/http/route";
import { changeUser } from "@/lib/services/auth/change-user";

export const PUT = route(putUser, async ({ ctx, params, body }) =>
  json(await changeUser({ ctx, id: params.id, input: body })),
);
