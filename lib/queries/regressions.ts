import { queryOptions } from "@tanstack/react-query";
import { z } from "zod";
import {
  BoardDto,
  CalibrationDto,
  RegressionDetailDto,
  RegressionDto,
  RegressionGroupDto,
} from "@/lib/domain/regressions/dto";
import { type RegressionCause, RegressionStateSchema } from "@/lib/domain/regressions/regression";
import { api } from "@/lib/routes";
import { nullWhenNotFound, pageOf, requestJson } from "./fetcher";

const Counts = z.record(RegressionStateSchema, z.number().int());
const Groups = z.object({
  release: z.string(),
  items: z.array(RegressionGroupDto),
  counts: Counts,
  board: BoardDto,
});
export type RegressionGroupsAnswer = z.infer<typeof Groups>;

const Page = pageOf(RegressionDto).extend({ counts: Counts });

/** What a person does with a regression. */
export type TriageVerb = "acknowledge" | "dismiss" | "reopen" | "claim-fix";

export interface Triage {
  id: string;
  verb: TriageVerb;
  reason: string;
  issueUrl?: string | undefined;
  cause?: RegressionCause | undefined;
  /** Until then a dismissal or an acknowledgement holds. RFC 3339. */
  expiresAt?: string | undefined;
  /** What the person saw: another one's change in between is refused, not overwritten. */
  expectedVersion: number;
}

/** What the pages of regressions ask for. `release` undefined is the default candidate. */
export const regressionQueries = {
  /** All of a candidate by subject, worst first, with its board; null where the release, or any at all, is not known. */
  groups: (release: string | undefined) =>
    queryOptions({
      queryKey: ["regressions", "groups", release ?? null],
      queryFn: ({ signal }) => nullWhenNotFound(requestJson(api.regressionGroups({ release }), Groups, { signal })),
    }),
  /** How many there are of each state. */
  counts: (release: string | undefined) =>
    queryOptions({
      queryKey: ["regressions", "counts", release ?? null],
      queryFn: ({ signal }) =>
        nullWhenNotFound(
          requestJson(api.regressions({ release, limit: 1 }), Page, { signal }).then(({ counts }) => counts),
        ),
    }),
  /** One, with everything it rests on; null where there is none of that id. */
  one: (id: string) =>
    queryOptions({
      queryKey: ["regressions", "one", id],
      queryFn: ({ signal }) => nullWhenNotFound(requestJson(api.regression(id), RegressionDetailDto, { signal })),
    }),
  /** How the reds of the past ended, and where the replay of each cluster stands. */
  calibration: () =>
    queryOptions({
      queryKey: ["regressions", "calibration"],
      queryFn: ({ signal }) => requestJson(api.calibration(), CalibrationDto, { signal }),
    }),
};

/** Acknowledges, dismisses, reopens, or says that it is fixed. The answer is how it stands then. */
export async function triageRegression({ id, verb, ...body }: Triage): Promise<RegressionDetailDto> {
  return requestJson(api.triage(id, verb), RegressionDetailDto, { method: "POST", body });
}
