import type { BetterAuthOptions } from "better-auth";
import { APIError } from "better-auth/api";
import { v7 as uuidv7 } from "uuid";
import { findUser } from "@/lib/db/auth-users";
import type { Database } from "@/lib/db/client";
import { RoleSchema } from "@/lib/domain/auth/actor";
import { withTransaction } from "../context";

type Hooks = NonNullable<BetterAuthOptions["databaseHooks"]>;
type Call = { path?: string | undefined; headers?: Headers | undefined } | null | undefined;

/** A session is refused to disabled people, and its beginning and end are in the audit log. */
export function sessionHooks(db: Database): Hooks {
  return {
    session: {
      create: {
        // After the password was found right, so it tells nobody else that the account is there.
        before: async (session) => {
          const user = await findUser(db, session.userId);
          if (user === null || user.disabledAt === null) return;
          const message = "This account is disabled. An admin can enable it under Settings, People.";
          throw new APIError("FORBIDDEN", { code: "ACCOUNT_DISABLED", message });
        },
        after: (session, call) => recordSession(db, "user.signed-in", session.userId, call),
      },
      delete: {
        // Sessions are also deleted when they are found expired; only a sign-out is somebody's act.
        after: async (session, call) => {
          if (call?.path === "/sign-out") await recordSession(db, "user.signed-out", session.userId, call);
        },
      },
    },
  };
}

async function recordSession(db: Database, action: string, userId: string, call: Call): Promise<void> {
  const user = await findUser(db, userId);
  if (user === null) return;
  const role = RoleSchema.catch("viewer").parse(user.role);
  const requestId = call?.headers?.get("x-request-id") ?? uuidv7();
  const actor = { kind: "user", id: user.id, name: user.name, role } as const;
  await withTransaction({ actor, db, now: () => new Date(), newId: uuidv7, requestId }, async (_tx, pad) => {
    pad.recordAudit({ action, subjectKind: "user", subjectId: userId, data: {} });
  });
}
