import "server-only";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { v7 as uuidv7 } from "uuid";
import type { UserActor } from "@/lib/domain/auth/actor";
import { safePath } from "@/lib/domain/auth/safe-path";
import { routes } from "@/lib/routes";
import { contextFor } from "@/lib/services/app-context";
import { actorOfSession } from "@/lib/services/auth/actor-of-session";
import { auth } from "@/lib/services/auth/better-auth";
import type { ServiceContext } from "@/lib/services/context";

/** In which `proxy.ts` says where a page was asked for. */
export const PAGE_PATH_HEADER = "x-waggle-path";

/** The person who looks at this page; null when nobody is signed in. Asked once for each page. */
export const pageActor = cache(async (): Promise<UserActor | null> => actorOfSession(auth(), await headers()));

/** The person who looks at this page; who is not signed in goes to do so, and comes back here. */
export async function requirePageActor(): Promise<UserActor> {
  const actor = await pageActor();
  if (actor !== null) return actor;
  const path = safePath((await headers()).get(PAGE_PATH_HEADER));
  redirect(routes.signIn(path === "/" ? undefined : path));
}

/** The context of the verbs that a page calls, as the person who looks at it. */
export async function pageContext(): Promise<ServiceContext & { actor: UserActor }> {
  const actor = await requirePageActor();
  return { ...contextFor(actor, uuidv7()), actor };
}
