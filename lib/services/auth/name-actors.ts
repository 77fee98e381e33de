import { findActorNames } from "@/lib/db/auth-actors";
import type { Database } from "@/lib/db/client";
import { BOOTSTRAP_ACTOR, type NamedActorDto } from "@/lib/domain/auth/named-actor";
import { SYSTEM } from "../app-context";

type NameActor = (id: string) => NamedActorDto;

/** Finds the names of everybody a list mentions; who is not known any more is shown by id. */
export async function nameActors(db: Database, ids: readonly (string | null)[]): Promise<NameActor> {
  const names = await findActorNames(
    db,
    ids.filter((id) => id !== null),
  );
  for (const { id, name } of [BOOTSTRAP_ACTOR, SYSTEM]) names.set(id, name);
  return (id) => ({ id, name: names.get(id) ?? id });
}
