import { z } from "zod";
import { ClusterNameSchema } from "@/lib/domain/clusters/cluster";
import { AreaSchema } from "@/lib/domain/readiness/area";
import {
  BoardDto,
  CalibrationDto,
  RegressionDetailDto,
  RegressionDto,
  RegressionGroupDto,
} from "@/lib/domain/regressions/dto";
import { CauseSchema, RegressionKindSchema, RegressionStateSchema } from "@/lib/domain/regressions/regression";
import { CreateWaiverInput, WaiverDto } from "@/lib/domain/regressions/waiver";
import { ReleaseVersionSchema } from "@/lib/domain/releases/version";
import { endpoint, NONE } from "./endpoint";
import { PageQuery, pageSchema } from "./paging";

const tag = "Judgement";
const ById = z.object({ id: z.uuid() });
const ForRelease = z.object({ release: ReleaseVersionSchema.optional() });

const RegressionFilter = ForRelease.extend({
  cluster: ClusterNameSchema.optional(),
  area: AreaSchema.optional(),
  state: RegressionStateSchema.optional(),
  kind: RegressionKindSchema.optional(),
  subject: z.string().max(200).optional(),
});

const Url = z.url({ protocol: /^https?$/ }).max(2000);

/** What acknowledge, dismiss and reopen take. */
export const TriageInput = z
  .object({
    reason: z.string().trim().min(1).max(2000),
    issueUrl: Url.optional(),
    expiresAt: z.iso.datetime({ offset: true }).optional(),
    cause: CauseSchema.optional(),
    expectedVersion: z.number().int().optional(),
  })
  .strict();
export type TriageInput = z.infer<typeof TriageInput>;

export const listRegressions = endpoint({
  method: "get",
  path: "/regressions",
  tag,
  summary: "What got worse than the baseline, worst and newest first",
  description: "`counts` says how many of each state the other filters leave.",
  scope: "read",
  params: NONE,
  query: RegressionFilter.extend(PageQuery.shape),
  body: NONE,
  responses: {
    200: {
      description: "A page",
      schema: pageSchema(RegressionDto).extend({ counts: z.record(RegressionStateSchema, z.number().int()) }),
    },
  },
});

export const listRegressionGroups = endpoint({
  method: "get",
  path: "/regression-groups",
  tag,
  summary: "The same by subject, so that one cause over many clusters is one row, with the board's own honesty",
  scope: "read",
  params: NONE,
  query: RegressionFilter,
  body: NONE,
  responses: {
    200: {
      description: "The groups, worst first",
      schema: z.object({
        release: z.string(),
        items: z.array(RegressionGroupDto),
        counts: z.record(RegressionStateSchema, z.number().int()),
        board: BoardDto,
      }),
    },
  },
});

export const getRegression = endpoint({
  method: "get",
  path: "/regressions/{id}",
  tag,
  summary: "One regression with its card, runs, life and what resembles it",
  scope: "read",
  params: ById,
  query: NONE,
  body: NONE,
  responses: { 200: { description: "The regression", schema: RegressionDetailDto } },
});

const triage = { method: "post", tag, scope: "operate", params: ById, query: NONE, body: TriageInput } as const;
const answers = { 200: { description: "As it stands now", schema: RegressionDetailDto } };

export const acknowledgeRegression = endpoint({
  ...triage,
  path: "/regressions/{id}/acknowledge",
  summary: "Somebody looks after it; it goes on holding the cluster",
  responses: answers,
});

export const dismissRegression = endpoint({
  ...triage,
  path: "/regressions/{id}/dismiss",
  summary: "It is not real: it holds nothing any more, until it is worse than now or the time is over",
  responses: answers,
});

export const reopenRegression = endpoint({
  ...triage,
  path: "/regressions/{id}/reopen",
  summary: "Takes a dismissal, a claim of a fix or an end back",
  responses: answers,
});

export const claimFix = endpoint({
  ...triage,
  path: "/regressions/{id}/claim-fix",
  summary: "Says that it is fixed from now on; only clean evidence after it resolves it",
  responses: answers,
});

export const getCalibration = endpoint({
  method: "get",
  path: "/calibration",
  tag,
  summary: "How the reds of the past ended, and where the replay of each cluster's stable weeks stands",
  scope: "read",
  params: NONE,
  query: NONE,
  body: NONE,
  responses: { 200: { description: "The calibration", schema: CalibrationDto } },
});

export const listWaivers = endpoint({
  method: "get",
  path: "/waivers",
  tag,
  summary: "Regressions that people decided to live with, newest first",
  scope: "read",
  params: NONE,
  query: ForRelease.extend({ subject: z.string().max(200).optional() }).extend(PageQuery.shape),
  body: NONE,
  responses: { 200: { description: "A page", schema: pageSchema(WaiverDto) } },
});

export const createWaiver = endpoint({
  method: "post",
  path: "/waivers",
  tag,
  summary: "Ask for a waiver; it holds when somebody else approves it",
  scope: "operate",
  params: NONE,
  query: NONE,
  body: CreateWaiverInput,
  responses: { 201: { description: "Proposed", schema: WaiverDto } },
});

export const approveWaiver = endpoint({
  method: "post",
  path: "/waivers/{id}/approve",
  tag,
  summary: "Approve a waiver of somebody else",
  description: "412 for the author. A second consecutive release with the same waiver needs two approvals.",
  scope: "approve",
  params: ById,
  query: NONE,
  body: z.object({ comment: z.string().max(2000).optional() }).strict(),
  responses: { 200: { description: "As it stands now", schema: WaiverDto } },
});

export const revokeWaiver = endpoint({
  method: "post",
  path: "/waivers/{id}/revoke",
  tag,
  summary: "End a waiver at once",
  scope: "operate",
  params: ById,
  query: NONE,
  body: z.object({ reason: z.string().trim().min(1).max(2000) }).strict(),
  responses: { 200: { description: "As it stands now", schema: WaiverDto } },
});
