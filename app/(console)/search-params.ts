import { createLoader, parseAsString } from "nuqs/server";

/** What pages read of the address on the server: the candidate. Every other filter only changes the view. */
export const loadRelease = createLoader({ release: parseAsString });
