import { deleteInvitation } from "@/lib/http/contract/tokens";
import { noContent, route } from "@/lib/http/route";
import { withdrawInvitation } from "@/lib/services/auth/withdraw-invitation";

export const DELETE = route(deleteInvitation, async ({ ctx, params }) => {
  await withdrawInvitation({ ctx, id: params.id });
  return noContent();
});
