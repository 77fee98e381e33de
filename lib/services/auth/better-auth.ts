import { prismaAdapter } from "better-auth/adapters/prisma";
import { APIError, createAuthMiddleware, getIP } from "better-auth/api";
import { betterAuth } from "better-auth/minimal";
import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import { config } from "@/lib/config";
import { consumeRateLimit } from "@/lib/db/auth-rate-limits";
import type { Database } from "@/lib/db/client";
import { isOwnOrigin } from "@/lib/domain/auth/own-origin";
import { PASSWORD_MAX_LENGTH, PASSWORD_MIN_LENGTH } from "@/lib/domain/auth/user";
import { log } from "@/lib/log";
import { database } from "../app-context";
import { sessionHooks } from "./session-hooks";
import { countSignIn, forgiveSignIn, type SignInAttempt } from "./sign-in-limit";

const SESSION_SECONDS = 7 * 24 * 3600;
const SIGN_IN_PATH = "/sign-in/email";
const SignInBody = z.object({ email: z.string() });

export interface AuthSettings {
  db: Database;
  /** Signs session cookies. */
  secret: string;
  publicUrl: string;
}

/**
 * Accounts, passwords and sessions, by better-auth over our tables (prisma/schema/auth.prisma). People only come in
 * by an invitation, so there is no sign-up. Single sign-on belongs here too: the `genericOAuth` plugin with the
 * settings of a new `oidc` part of `lib/config.ts`, and its callback in the list of `lib/http/auth-route.ts`.
 */
export function createAuth({ db, secret, publicUrl }: AuthSettings) {
  return betterAuth({
    appName: "Waggle",
    baseURL: publicUrl,
    basePath: "/api/auth",
    secret,
    database: prismaAdapter(db.prisma, { provider: "postgresql" }),
    trustedOrigins: (request) => ownOrigin(request, publicUrl),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_MIN_LENGTH,
      maxPasswordLength: PASSWORD_MAX_LENGTH,
    },
    user: {
      additionalFields: {
        role: { type: "string", required: true, defaultValue: "viewer", input: false },
        disabledAt: { type: "date", required: false, input: false },
      },
    },
    // Not prolonged by use: pages cannot set cookies while they render, so a cookie would end before its session.
    session: { expiresIn: SESSION_SECONDS, disableSessionRefresh: true },
    rateLimit: {
      enabled: true,
      window: 10,
      max: 100,
      // Counted by `signInHooks`, which also see whether it was right.
      customRules: { [SIGN_IN_PATH]: false },
      customStorage: rateLimitStorage(db),
    },
    hooks: signInHooks(db),
    databaseHooks: sessionHooks(db),
    advanced: {
      cookiePrefix: "waggle",
      useSecureCookies: publicUrl.startsWith("https:"),
      database: { generateId: () => uuidv7() },
      // Said, because better-auth leaves them out where it believes that it runs in a test.
      disableOriginCheck: false,
      disableCSRFCheck: false,
    },
    // The message only: arguments hold what was sent.
    logger: { log: (level, message) => log()[level]({ event: "auth" }, message) },
    telemetry: { enabled: false },
  });
}

export type Auth = ReturnType<typeof createAuth>;

/** Besides the public address: the host that the request went to, under any of its names. */
function ownOrigin(request: Request | undefined, publicUrl: string): string[] {
  const origin = request?.headers.get("origin") ?? null;
  const host = request?.headers.get("host") ?? null;
  return origin !== null && isOwnOrigin(origin, { publicUrl, host }) ? [origin] : [];
}

function rateLimitStorage(db: Database) {
  return {
    consume: async (key: string, rule: { window: number; max: number }) => {
      const wait = await consumeRateLimit(db, key, { windowSeconds: rule.window, max: rule.max }, new Date());
      return { allowed: wait === null, retryAfter: wait };
    },
  };
}

function signInHooks(db: Database) {
  return {
    before: createAuthMiddleware(async (call) => {
      const attempt = attemptOf(call);
      const wait = attempt === null ? null : await countSignIn(db, attempt, new Date());
      if (wait === null) return;
      const message = `Too many wrong attempts. Try again in ${wait < 90 ? `${wait} s` : `${Math.ceil(wait / 60)} min`}.`;
      throw new APIError("TOO_MANY_REQUESTS", { message }, { "retry-after": String(wait) });
    }),
    after: createAuthMiddleware(async (call) => {
      const attempt = attemptOf(call);
      if (attempt !== null && call.context.newSession) await forgiveSignIn(db, attempt);
    }),
  };
}

type Call = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0];

/** Null when the call is something else than a sign-in. */
function attemptOf(call: Call): SignInAttempt | null {
  const body = SignInBody.safeParse(call.body);
  if (call.path !== SIGN_IN_PATH || !body.success) return null;
  const address = call.headers === undefined ? null : getIP(call.headers, call.context.options);
  return { email: body.data.email, address };
}

let cached: Auth | undefined;

/** The accounts of this process, made at the first call: a build imports this without any settings. */
export function auth(): Auth {
  const { secret, publicUrl } = config();
  if (secret === undefined) throw new Error("WAGGLE_SECRET is not set; npm start makes one.");
  cached ??= createAuth({ db: database(), secret, publicUrl });
  return cached;
}
