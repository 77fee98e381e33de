import { v7 as uuidv7 } from "uuid";
import { config } from "@/lib/config";
import { type Database, openDatabase } from "@/lib/db/client";
import type { Actor } from "@/lib/domain/auth/actor";
import type { ServiceContext } from "./context";

const PROCESS = globalThis as typeof globalThis & { waggleDatabase?: Database };

/** The database of this process. Kept on globalThis because the framework loads modules more than once. */
export function database(): Database {
  const url = config().databaseUrl;
  if (url === undefined) throw new Error("DATABASE_URL is not set");
  PROCESS.waggleDatabase ??= openDatabase(url);
  return PROCESS.waggleDatabase;
}

/** The context of one request or job. */
export function contextFor(actor: Actor, requestId: string): ServiceContext {
  return { actor, db: database(), now: () => new Date(), newId: uuidv7, requestId };
}

/** What Waggle does of itself, such as judging again. */
export const SYSTEM: Actor = { kind: "system", id: "waggle", name: "Waggle" };
