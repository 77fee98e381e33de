import { RoleSchema, type UserActor } from "@/lib/domain/auth/actor";
import type { Auth } from "./better-auth";

/** The person whose session cookie is in these headers; null when there is none, it has ended or they are disabled. */
export async function actorOfSession(auth: Auth, headers: Headers): Promise<UserActor | null> {
  const found = await auth.api.getSession({ headers });
  if (found === null || found.user.disabledAt) return null;
  const role = RoleSchema.catch("viewer").parse(found.user.role);
  return { kind: "user", id: found.user.id, name: found.user.name, role };
}
