import { z } from "zod";
import { ClusterNameSchema, TierSchema } from "@/lib/domain/clusters/cluster";
import { GateActivityDto } from "@/lib/domain/gates/gate-activity";
import {
  CaseCountsSchema,
  CaseStatusSchema,
  GateCaseDto,
  GateRunDto,
  OutcomeSchema,
} from "@/lib/domain/gates/gate-run";
import { NodeDto, NodeGroupDto } from "@/lib/domain/nodes/dto";
import { NodeVerdictSchema } from "@/lib/domain/nodes/finding";
import { ClusterReadinessDto, ReadinessDto, VerdictChangeDto, VerdictDayDto } from "@/lib/domain/readiness/dto";
import { ReasonSchema } from "@/lib/domain/readiness/reason";
import { VerdictSchema } from "@/lib/domain/readiness/verdict";
import { ReleaseVersionSchema } from "@/lib/domain/releases/version";
import { endpoint, NONE } from "./endpoint";
import { PageQuery, pageSchema } from "./paging";

const tag = "Judgement";
const ForRelease = z.object({
  release: ReleaseVersionSchema.optional().meta({ description: "left out: the newest tracked pre-release" }),
});
const ByCluster = z.object({ cluster: ClusterNameSchema });
const ById = z.object({ id: z.uuid() });

export const getReadiness = endpoint({
  method: "get",
  path: "/readiness",
  tag,
  summary: "Readiness of every registered cluster for a release",
  description: "Not paged: every registered cluster is an item, also one that nothing is known of.",
  scope: "read",
  params: NONE,
  query: ForRelease.extend({ tier: TierSchema.optional(), cluster: ClusterNameSchema.optional() }),
  body: NONE,
  responses: { 200: { description: "The board", schema: ReadinessDto } },
});

export const getClusterReadiness = endpoint({
  method: "get",
  path: "/readiness/{cluster}",
  tag,
  summary: "Why one cluster is, or is not, ready",
  scope: "read",
  params: ByCluster,
  query: ForRelease,
  body: NONE,
  responses: { 200: { description: "The verdict with every reason and its evidence", schema: ClusterReadinessDto } },
});

export const listChanges = endpoint({
  method: "get",
  path: "/readiness-changes",
  tag,
  summary: "Verdicts that changed, newest first",
  scope: "read",
  params: NONE,
  query: ForRelease.extend({
    cluster: ClusterNameSchema.optional(),
    hours: z.coerce
      .number()
      .min(1)
      .max(24 * 90)
      .default(24),
    limit: z.coerce.number().int().min(1).max(500).default(200),
  }),
  body: NONE,
  responses: {
    200: { description: "The changes", schema: z.object({ release: z.string(), items: z.array(VerdictChangeDto) }) },
  },
});

export const listVerdictsByDay = endpoint({
  method: "get",
  path: "/readiness/{cluster}/days",
  tag,
  summary: "The verdict of a cluster at the end of each UTC day",
  scope: "read",
  params: ByCluster,
  query: ForRelease.extend({ days: z.coerce.number().int().min(1).max(366).default(28) }),
  body: NONE,
  responses: {
    200: {
      description: "Days with a verdict",
      schema: z.object({ release: z.string(), items: z.array(VerdictDayDto) }),
    },
  },
});

const NodeQuery = ForRelease.extend({
  cluster: ClusterNameSchema.optional(),
  verdict: NodeVerdictSchema.optional(),
  kernel: z.string().max(200).optional().meta({ description: "the beginning of the kernel release" }),
  image: z.string().max(300).optional().meta({ description: "the node image, exactly" }),
  requirement: z.string().max(100).optional(),
  group: z
    .string()
    .max(64)
    .optional()
    .meta({ description: "the id of a group of nodes, as GET /node-groups gives it" }),
});

export const listNodes = endpoint({
  method: "get",
  path: "/nodes",
  tag,
  summary: "Nodes with what they were judged to be for a release",
  scope: "read",
  params: NONE,
  query: NodeQuery.extend(PageQuery.shape),
  body: NONE,
  responses: { 200: { description: "A page", schema: pageSchema(NodeDto).extend({ release: z.string() }) } },
});

export const listNodeGroups = endpoint({
  method: "get",
  path: "/node-groups",
  tag,
  summary: "Nodes grouped by image, kernel and findings, worst first",
  scope: "read",
  params: NONE,
  query: NodeQuery,
  body: NONE,
  responses: {
    200: {
      description: "The groups",
      schema: z.object({
        release: z.string(),
        items: z.array(NodeGroupDto),
        counts: z.record(NodeVerdictSchema, z.number().int()),
      }),
    },
  },
});

export const listGateActivity = endpoint({
  method: "get",
  path: "/gate-activity",
  tag,
  summary: "What was run of each gate with a release, over all clusters",
  description: "A gate without a run has no item.",
  scope: "read",
  params: NONE,
  query: ForRelease,
  body: NONE,
  responses: {
    200: { description: "The activity", schema: z.object({ release: z.string(), items: z.array(GateActivityDto) }) },
  },
});

export const listGateRuns = endpoint({
  method: "get",
  path: "/gate-runs",
  tag,
  summary: "Gate runs, newest first",
  description: "`counts` says how many runs of each outcome the other filters leave.",
  scope: "read",
  params: NONE,
  query: PageQuery.extend({
    cluster: ClusterNameSchema.optional(),
    release: ReleaseVersionSchema.optional(),
    gate: z.string().max(100).optional(),
    outcome: OutcomeSchema.optional(),
  }),
  body: NONE,
  responses: {
    200: {
      description: "A page",
      schema: pageSchema(GateRunDto).extend({ counts: z.record(OutcomeSchema, z.number().int()) }),
    },
  },
});

export const getGateRun = endpoint({
  method: "get",
  path: "/gate-runs/{id}",
  tag,
  summary: "One gate run",
  scope: "read",
  params: ById,
  query: NONE,
  body: NONE,
  responses: { 200: { description: "The run", schema: GateRunDto } },
});

export const listGateCases = endpoint({
  method: "get",
  path: "/gate-runs/{id}/cases",
  tag,
  summary: "The cases of a gate run, in the order of its document",
  description:
    "By default one item is one execution. With `executions=last` one item is one case, worst first and then by name: " +
    "`status` then means what became of the case, as the counts of the run do, `earlier` holds its executions before, " +
    "and `counts` says how many cases the search leaves.",
  scope: "read",
  params: ById,
  query: PageQuery.extend({
    status: z.enum([...CaseStatusSchema.options, "flaky"]).optional(),
    search: z.string().max(300).optional(),
    executions: z.enum(["all", "last"]).default("all"),
  }),
  body: NONE,
  responses: {
    200: {
      description: "A page",
      schema: pageSchema(GateCaseDto).extend({ counts: CaseCountsSchema.optional() }),
    },
  },
});

const CiVerdict = z.object({
  verdict: VerdictSchema,
  release: z.string(),
  clusters: z.array(z.object({ cluster: z.string(), verdict: VerdictSchema })),
  reasons: z.array(ReasonSchema.extend({ cluster: z.string() })),
});

export const getCiVerdict = endpoint({
  method: "get",
  path: "/ci/verdict",
  tag,
  summary: "For pipelines: 200 when all named clusters are ready, 424 otherwise, with the same body",
  scope: "read",
  params: NONE,
  query: ForRelease.extend({ tier: TierSchema.optional(), cluster: ClusterNameSchema.optional() }),
  body: NONE,
  responses: { 200: { description: "Ready", schema: CiVerdict }, 424: { description: "Not ready", schema: CiVerdict } },
});

export const getEvents = endpoint({
  method: "get",
  path: "/events",
  tag,
  summary: "Server-sent events: readiness, regression, rollout, ingest; resume by Last-Event-ID",
  description: 'An event "reset" says that some were missed: read everything again.',
  scope: "read",
  params: NONE,
  query: z.object({
    after: z.coerce
      .number()
      .int()
      .min(0)
      .optional()
      .meta({ description: "begin after the event of this id, unless Last-Event-ID says where" }),
  }),
  body: NONE,
  responses: { 200: { description: "The stream", contentType: "text/event-stream" } },
});
