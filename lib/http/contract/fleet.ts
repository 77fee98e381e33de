import { z } from "zod";
import { ClusterDto, ClusterNameSchema, PutClusterInput, TierSchema } from "@/lib/domain/clusters/cluster";
import { GateSchema, PutGateInput } from "@/lib/domain/gates/gate";
import { PutReleaseInput, ReleaseDto } from "@/lib/domain/releases/release";
import { ReleaseVersionSchema } from "@/lib/domain/releases/version";
import { endpoint, NONE } from "./endpoint";
import { PageQuery, pageSchema } from "./paging";

const tag = "Fleet and catalogue";
const ByName = z.object({ name: ClusterNameSchema });
const ByVersion = z.object({ version: ReleaseVersionSchema });
const ById = z.object({ id: z.string().min(1).max(100) });

export const putCluster = endpoint({
  method: "put",
  path: "/clusters/{name}",
  tag,
  summary: "Register a cluster, or replace what is known of it",
  description: "What the body leaves out goes back to its default. A retired cluster is reinstated.",
  scope: "admin",
  params: ByName,
  query: NONE,
  body: PutClusterInput,
  responses: {
    200: { description: "Replaced", schema: ClusterDto },
    201: { description: "Registered", schema: ClusterDto },
  },
});

export const listClusters = endpoint({
  method: "get",
  path: "/clusters",
  tag,
  summary: "Registered clusters by name",
  scope: "read",
  params: NONE,
  query: PageQuery.extend({ tier: TierSchema.optional(), search: z.string().max(253).optional() }),
  body: NONE,
  responses: { 200: { description: "A page", schema: pageSchema(ClusterDto) } },
});

export const getCluster = endpoint({
  method: "get",
  path: "/clusters/{name}",
  tag,
  summary: "One cluster, also a retired one",
  scope: "read",
  params: ByName,
  query: NONE,
  body: NONE,
  responses: { 200: { description: "The cluster", schema: ClusterDto } },
});

export const deleteCluster = endpoint({
  method: "delete",
  path: "/clusters/{name}",
  tag,
  summary: "Retire a cluster: gone from readiness, kept in history",
  scope: "admin",
  params: ByName,
  query: NONE,
  body: NONE,
  responses: { 204: { description: "Retired" } },
});

export const listReleases = endpoint({
  method: "get",
  path: "/releases",
  tag,
  summary: "Known releases by semver precedence, newest first",
  scope: "read",
  params: NONE,
  query: PageQuery,
  body: NONE,
  responses: { 200: { description: "A page", schema: pageSchema(ReleaseDto) } },
});

export const getRelease = endpoint({
  method: "get",
  path: "/releases/{version}",
  tag,
  summary: "One release",
  scope: "read",
  params: ByVersion,
  query: NONE,
  body: NONE,
  responses: { 200: { description: "The release", schema: ReleaseDto } },
});

export const putRelease = endpoint({
  method: "put",
  path: "/releases/{version}",
  tag,
  summary: "Make a release known; choose its baseline; track it or not",
  description:
    "Members left out keep their value. Only tracked releases are judged when evidence about nodes or clusters changes.",
  scope: "operate",
  params: ByVersion,
  query: NONE,
  body: PutReleaseInput,
  responses: {
    200: { description: "Changed", schema: ReleaseDto },
    201: { description: "Created", schema: ReleaseDto },
  },
});

export const listGates = endpoint({
  method: "get",
  path: "/gates",
  tag,
  summary: "The gates in force: the catalogue, with what operators defined over it",
  scope: "read",
  params: NONE,
  query: PageQuery,
  body: NONE,
  responses: { 200: { description: "A page", schema: pageSchema(GateSchema) } },
});

export const putGate = endpoint({
  method: "put",
  path: "/gates/{id}",
  tag,
  summary: "Define a gate, or redefine one of the catalogue",
  scope: "admin",
  params: ById,
  query: NONE,
  body: PutGateInput,
  responses: {
    200: { description: "Redefined", schema: GateSchema },
    201: { description: "Defined", schema: GateSchema },
  },
});

export const deleteGate = endpoint({
  method: "delete",
  path: "/gates/{id}",
  tag,
  summary: "Take an operator's definition away; the catalogue's counts again",
  scope: "admin",
  params: ById,
  query: NONE,
  body: NONE,
  responses: { 204: { description: "Taken away" } },
});
