import { deleteToken } from "@/lib/http/contract/tokens";
import { noContent, route } from "@/lib/http/route";
import { revokeToken } from "@/lib/services/auth/revoke-token";

export const DELETE = route(deleteToken, async ({ ctx, params }) => {
  await revokeToken({ ctx, id: params.id });
  return noContent();
});
