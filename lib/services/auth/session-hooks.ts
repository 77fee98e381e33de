import type { BetterAuthOptions } from "better-auth";
import { APIError } from "better-auth/api";
import { findUser } from "@/lib/db/auth-users";
import { type Actor, RoleSchema } from "@/lib/domain/auth/actor";
import { type ServiceContext, withTransaction } from "../context";

export type ContextFor = (actor: Actor, requestId: string) => ServiceContext;

type Hooks = NonNullable<BetterAuthOptions["databaseHooks"]>;
type CallContext = { path?: string | undefined; headers?: Headers | undefined } | null | undefined;

/** A session is refused to disabled people, and its beginning and end are in the audit log. */
export function sessionHooks(contextFor: ContextFor, newId: () => string): Hooks {
  const record = async (action: string, userId: string, call: CallContext, data: Record<string, unknown>) => {
    const requestId = call?.headers?.get("x-request-id") ?? newId();
    const ctx = contextFor({ kind: "system", id: "waggle", name: "Waggle" }, requestId);
    const user = await findUser(ctx.db, userId);
    if (user === null) return;
    const actor: Actor = { kind: "user", id: user.id, name: user.name, role: RoleSchema.catch("viewer").parse(user.role) };
    await withTransaction({ ...ctx, actor }, async (_tx, pad) => {
      pad.recordAudit({ action, subjectKind: "user", subjectId: userId, data });
    });
  };
  return {
    session: {
      create: {
        // After the password was found right, so it tells nobody else that the account is there.
        before: async (session, call) => {
          const { db } = contextFor({ kind: "system", id: "waggle", name: "Waggle" }, newId());
          const user = await findUser(db, session.userId);
          if (user?.disabledAt == null) return;
          const message = "This account is disabled. An admin can enable it under Settings, People.";
          throw new APIError("FORBIDDEN", { code: "ACCOUNT_DISABLED", message }, call?.responseHeaders);
        },
        after: (session, call) => record("user.signed-in", session.userId, call, {}),
      },
      delete: {
        // Sessions are also deleted when they are found expired; only a sign-out is somebody's act.
        after: async (session, call) => {
          if (call?.path === "/sign-out") await record("user.signed-out", session.userId, call, {});
        },
      },
    },
  };
}
