import { findActorNames } from "@/lib/db/auth-actors";
import type { Database } from "@/lib/db/client";
import { BOOTSTRAP_ACTOR, type NamedActorDto, SYSTEM_ACTOR_ID } from "@/lib/domain/auth/named-actor";

type NameActor = (id: string) => NamedActorDto;

/** Finds the names of everybody a list mentions; who is not known any more is shown by id. */
export async function nameActors(db: Database, ids: readonly (string | null)[]): Promise<NameActor> {
  const names = await findActorNames(
    db,
    ids.filter((id) => id !== null),
  );
  names.set(BOOTSTRAP_ACTOR.id, BOOTSTRAP_ACTOR.name);
  names.set(SYSTEM_ACTOR_ID, "Waggle");
  return (id) => ({ id, name: names.get(id) ?? id });
}
