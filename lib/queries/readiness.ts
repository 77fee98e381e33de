import { queryOptions } from "@tanstack/react-query";
import { z } from "zod";
import { ReadinessDto, VerdictChangeDto } from "@/lib/domain/readiness/dto";
import { api } from "@/lib/routes";
import { nullWhenNotFound, requestJson } from "./fetcher";

const ChangesAnswer = z.object({ release: z.string(), items: z.array(VerdictChangeDto) });

/** The span and the most of "what changed since yesterday". */
export const CHANGES_HOURS = 24;
export const CHANGES_LIMIT = 500;

/**
 * What the readiness board asks for. `release` undefined is the default candidate; an answer of null says that
 * the release, or any release at all, is not known yet.
 */
export const readinessQueries = {
  board: (release: string | undefined) =>
    queryOptions({
      queryKey: ["readiness", "board", release ?? null],
      queryFn: ({ signal }) => nullWhenNotFound(requestJson(api.readiness({ release }), ReadinessDto, { signal })),
    }),
  changes: (release: string | undefined) =>
    queryOptions({
      queryKey: ["readiness", "changes", release ?? null, CHANGES_HOURS],
      queryFn: ({ signal }) =>
        nullWhenNotFound(
          requestJson(api.readinessChanges({ release, hours: CHANGES_HOURS, limit: CHANGES_LIMIT }), ChangesAnswer, {
            signal,
          }),
        ),
    }),
};
