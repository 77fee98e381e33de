import type { CaseStatus, Outcome } from "@/lib/domain/gates/gate-run";
import type { Database } from "./client";
import type { Prisma } from "./generated/client";

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
      ...(filter.cluster && { cluster: { name: filter.cluster } }),
      ...(filter.release && { release: { version: filter.release } }),
      ...(filter.gate && { gateId: filter.gate }),
      ...(filter.outcome && { outcome: filter.outcome }),
      ...(after && { OR: [{ ranAt: { lt: after.ranAt } }, { ranAt: after.ranAt, id: { lt: after.id } }] }),
    },
    include: WITH_NAMES,
    orderBy: [{ ranAt: "desc" }, { id: "desc" }],
    take: limit,
  });
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
      ...(filter.search && {
        OR: [
          { name: { contains: filter.search, mode: "insensitive" } },
          { suite: { contains: filter.search, mode: "insensitive" } },
          { message: { contains: filter.search, mode: "insensitive" } },
        ],
      }),
      ...(after !== null && { ordinal: { gt: after } }),
    },
    orderBy: { ordinal: "asc" },
    take: limit,
  });
}

export interface GateActivityRow {
  gateId: string;
  runs: number;
  passed: number;
  lastRanAt: Date;
  clusters: number;
}

/** Per gate: how many runs there are for a release, on how many clusters, and when the last one was. */
export async function listGateActivity(db: Database, releaseId: number): Promise<GateActivityRow[]> {
  const result = await db.pool.query<GateActivityRow>(
    `SELECT gate_id AS "gateId", count(*)::int AS runs, count(*) FILTER (WHERE outcome = 'passed')::int AS passed,
            max(ran_at) AS "lastRanAt", count(DISTINCT cluster_id)::int AS clusters
     FROM gate_run WHERE release_id = $1 GROUP BY gate_id`,
    [releaseId],
  );
  return result.rows;
}
