import type { CaseStatus, Outcome } from "@/lib/domain/gates/gate-run";
import type { Database } from "./client";
import type { Prisma } from "./generated/client";
import { literalInLike } from "./like-pattern";

const WITH_NAMES = {
  cluster: { select: { name: true } },
  release: { select: { version: true } },
  artifact: { select: { sha256: true, sizeBytes: true } },
} satisfies Prisma.GateRunInclude;

export type GateRunRow = Prisma.GateRunGetPayload<{ include: typeof WITH_NAMES }>;

export interface GateRunFilter {
  cluster?: string | undefined;
  release?: string | undefined;
  gate?: string | undefined;
  outcome?: Outcome | undefined;
}

/** Newest first by when they ran, after the given position. */
export async function listGateRuns(
  db: Database,
  filter: GateRunFilter,
  after: { ranAt: Date; id: string } | null,
  limit: number,
): Promise<GateRunRow[]> {
  return db.prisma.gateRun.findMany({
    where: {
      ...whereOf(filter),
      ...(filter.outcome && { outcome: filter.outcome }),
      ...(after && { OR: [{ ranAt: { lt: after.ranAt } }, { ranAt: after.ranAt, id: { lt: after.id } }] }),
    },
    include: WITH_NAMES,
    orderBy: [{ ranAt: "desc" }, { id: "desc" }],
    take: limit,
  });
}

/** How many runs of each outcome there are, whatever outcome is asked for. */
export async function countGateRuns(db: Database, filter: GateRunFilter): Promise<Record<Outcome, number>> {
  const groups = await db.prisma.gateRun.groupBy({ by: ["outcome"], where: whereOf(filter), _count: { _all: true } });
  const counts = { passed: 0, failed: 0, error: 0, inconclusive: 0 };
  for (const group of groups) counts[group.outcome] = group._count._all;
  return counts;
}

function whereOf({ cluster, release, gate }: GateRunFilter): Prisma.GateRunWhereInput {
  return {
    ...(cluster && { cluster: { name: cluster } }),
    ...(release && { release: { version: release } }),
    ...(gate && { gateId: gate }),
  };
}

export async function findGateRun(db: Database, id: string): Promise<GateRunRow | null> {
  return db.prisma.gateRun.findUnique({ where: { id }, include: WITH_NAMES });
}

export interface CaseFilter {
  status?: CaseStatus | "flaky" | undefined;
  search?: string | undefined;
}

/** Executions of a run in the order of the document, after the given ordinal. */
export async function listGateCases(
  db: Database,
  runId: string,
  filter: CaseFilter,
  after: number | null,
  limit: number,
) {
  return db.prisma.gateCase.findMany({
    where: {
      runId,
      ...(filter.status === "flaky" && { flaky: true }),
      ...(filter.status && filter.status !== "flaky" && { status: filter.status }),
      ...(filter.search && { OR: containing(filter.search) }),
      ...(after !== null && { ordinal: { gt: after } }),
    },
    orderBy: { ordinal: "asc" },
    take: limit,
  });
}

function containing(search: string): Prisma.GateCaseWhereInput[] {
  const part = { contains: literalInLike(search), mode: "insensitive" } as const;
  return [{ name: part }, { suite: part }, { message: part }];
}

export interface GateActivityRow {
  gateId: string;
  runs: number;
  passed: number;
  failed: number;
  error: number;
  inconclusive: number;
  /** Runs with a flaky case. */
  flaky: number;
  clusters: number;
  lastId: string;
  lastRanAt: Date;
  lastOutcome: Outcome;
  lastCluster: string;
}

/** Per gate: what its runs with a release came to, on how many clusters, and the newest of them. */
export async function listGateActivity(db: Database, releaseId: number): Promise<GateActivityRow[]> {
  const result = await db.pool.query<GateActivityRow>(
    `SELECT all_runs.*, newest.id AS "lastId", newest.ran_at AS "lastRanAt", newest.outcome AS "lastOutcome",
            cluster.name AS "lastCluster"
     FROM (SELECT gate_id AS "gateId", count(*)::int AS runs,
                  count(*) FILTER (WHERE outcome = 'passed')::int AS passed,
                  count(*) FILTER (WHERE outcome = 'failed')::int AS failed,
                  count(*) FILTER (WHERE outcome = 'error')::int AS error,
                  count(*) FILTER (WHERE outcome = 'inconclusive')::int AS inconclusive,
                  count(*) FILTER (WHERE flaky > 0)::int AS flaky, count(DISTINCT cluster_id)::int AS clusters
           FROM gate_run WHERE release_id = $1 GROUP BY gate_id) all_runs
     JOIN LATERAL (SELECT id, ran_at, outcome, cluster_id FROM gate_run
                   WHERE release_id = $1 AND gate_id = all_runs."gateId"
                   ORDER BY ran_at DESC, id DESC LIMIT 1) newest ON true
     JOIN cluster ON cluster.id = newest.cluster_id`,
    [releaseId],
  );
  return result.rows;
}
