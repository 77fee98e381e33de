import { v7 as uuidv7 } from "uuid";
import { closeDatabase, type Database, openDatabase } from "@/lib/db/client";
import type { Actor, Scope } from "@/lib/domain/auth/actor";
import type { ServiceContext } from "@/lib/services/context";
import type { IngestBody } from "@/lib/services/uploads/receive-document";
import { createTestDatabase } from "./database";

/** A token with these scopes. */
export function tokenActor(scopes: readonly Scope[] = ["admin"], id = "test-token"): Actor {
  return { kind: "token", id, name: `token ${id}`, scopes };
}

/** A database of the suite's own; call `close` when the suite ends. */
export async function testDatabase(): Promise<{ db: Database; close(): Promise<void> }> {
  const { url, drop } = await createTestDatabase();
  const db = openDatabase(url);
  return {
    db,
    close: async () => {
      await closeDatabase(db);
      await drop();
    },
  };
}

/** A context on the database whose clock stands still unless it is told otherwise. */
export function testContext(db: Database, of: { actor?: Actor; now?: () => Date } = {}): ServiceContext {
  return {
    actor: of.actor ?? tokenActor(),
    db,
    now: of.now ?? (() => new Date()),
    newId: uuidv7,
    requestId: `test-${uuidv7()}`,
  };
}

/** A request body of this text, in chunks of the given size. */
export function bodyOf(
  content: string | Uint8Array,
  contentType: string,
  of: { gzip?: boolean; chunkBytes?: number } = {},
): IngestBody {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const chunkBytes = of.chunkBytes ?? 64 * 1024;
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += chunkBytes) yield bytes.subarray(at, at + chunkBytes);
  }
  return { contentType, gzip: of.gzip ?? false, bytes: chunks() };
}
