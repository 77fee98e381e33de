import { z } from "zod";
import type { AcceptInvitationInput } from "@/lib/domain/auth/invitation";
import { api } from "@/lib/routes";
import { requestJson } from "./fetcher";

const Anything = z.looseObject({});
const Accepted = z.object({ signedIn: z.boolean() });

/** Begins a session; the browser keeps its cookie. */
export async function signIn(credentials: { email: string; password: string }): Promise<void> {
  await requestJson(api.signIn(), Anything, { method: "POST", body: credentials });
}

/** Makes the account that a link is for; false when the person must still sign in. */
export async function acceptInvitation(input: AcceptInvitationInput): Promise<boolean> {
  const { signedIn } = await requestJson(api.acceptInvitation(), Accepted, { method: "POST", body: input });
  return signedIn;
}
