import { z } from "zod";

/** Who made a change, as lists show it: the id that was stored and the name it has today. */
export const NamedActorDto = z.object({ id: z.string(), name: z.string() });
export type NamedActorDto = z.infer<typeof NamedActorDto>;

/** The id under which tokens of the environment act. They are in no table. */
export const BOOTSTRAP_ACTOR = { id: "bootstrap", name: "bootstrap token" } as const;
