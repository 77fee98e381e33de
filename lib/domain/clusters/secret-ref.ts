import { z } from "zod";

/** The name of a secret that the process can read; never the secret. */
export const SecretRefSchema = z.object({ ref: z.string().min(1).max(500) }).strict();
