import { acceptInvitation as acceptSpec } from "@/lib/http/contract/tokens";
import { json, route } from "@/lib/http/route";
import { acceptInvitation } from "@/lib/services/auth/accept-invitation";
import { beginSession, limitAcceptance } from "@/lib/services/auth/sign-in";

export const POST = route(acceptSpec, async ({ ctx, body, request }) => {
  await limitAcceptance(ctx.db, request.headers, ctx.now());
  await acceptInvitation({ ctx, input: body });
  const cookies = await beginSession(request.headers, body);
  const response = json({ signedIn: cookies.length > 0 }, 201);
  for (const cookie of cookies) response.headers.append("set-cookie", cookie);
  return response;
});
