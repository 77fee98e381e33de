"use client";

import { parseAsString, useQueryState } from "nuqs";

/** The candidate in the address; undefined means the default one. Choosing keeps every other filter. */
export function useRelease(): [string | undefined, (version: string) => void] {
  // Not shallow: pages read the candidate on the server.
  const [release, setRelease] = useQueryState(
    "release",
    parseAsString.withOptions({ shallow: false, history: "push" }),
  );
  return [release ?? undefined, (version) => void setRelease(version)];
}
