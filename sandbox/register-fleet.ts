import { z } from "zod";
import type { Answer, WaggleClient } from "./client";
import type { CatalogueGate } from "./feeds/gate-feeds";
import { usualUpgrade } from "./feeds/metric-feeds";
import type { DemoCluster } from "./fleet/cluster";
import { CANDIDATE, RELEASES } from "./fleet/releases";
import { inParallel } from "./in-parallel";
import { clusterBody } from "./wire/cluster-body";

const RegisteredCluster = z.object({ retiredAt: z.string().nullable().optional() });

const GatePage = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      area: z.string(),
      requiredFor: z.array(z.enum(["gating", "canary", "production"])),
      minRuns: z.number().int().positive(),
      maxAgeHours: z.number().positive(),
      mesh: z.string().nullable().default(null),
      origin: z.enum(["catalogue", "custom"]).default("catalogue"),
    }),
  ),
  nextCursor: z.string().nullable(),
});

function expectOk(answer: Answer, what: string): void {
  if (answer.status < 200 || answer.status >= 300) {
    throw new Error(`${what} was answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  }
}

/** Makes something known unless it is: what people changed since then stays as they left it. */
async function ensure(client: WaggleClient, path: string, body: unknown): Promise<unknown> {
  const known = await client.get(path);
  if (known.status === 200) return known.body;
  const answer = await client.put(path, body);
  expectOk(answer, `PUT ${path}`);
  return answer.body;
}

export async function registerReleases(client: WaggleClient): Promise<void> {
  for (const { version, body } of RELEASES) await ensure(client, `/api/v1/releases/${version}`, body);
}

/** Registers the clusters and gives those that are in the fleet: somebody may have retired one. */
export async function registerClusters(client: WaggleClient, clusters: readonly DemoCluster[]): Promise<DemoCluster[]> {
  const retired = new Set<string>();
  await inParallel(clusters, 4, async (cluster) => {
    const known = await ensure(client, `/api/v1/clusters/${cluster.name}`, clusterBody(cluster));
    if (RegisteredCluster.parse(known).retiredAt) retired.add(cluster.name);
  });
  return clusters.filter((cluster) => !retired.has(cluster.name));
}

const Upgrade = z.object({ candidateSince: z.string().nullable() });

/**
 * Since when each cluster has run the candidate, as Waggle knows it from an earlier start: the days before and after do
 * not change places when the fleet is started on another day.
 */
export async function readUpgrades(
  client: WaggleClient,
  clusters: readonly DemoCluster[],
  now: number,
): Promise<Map<string, number>> {
  const upgrades = new Map<string, number>();
  await inParallel(clusters, 4, async ({ name }) => {
    const answer = await client.get(`/api/v1/clusters/${name}/signals?release=${CANDIDATE}`);
    const known = answer.status === 200 ? Upgrade.parse(answer.body).candidateSince : null;
    upgrades.set(name, known === null ? usualUpgrade(now) : Date.parse(known));
  });
  return upgrades;
}

/** The gates in force, from every page of the catalogue. */
export async function readGates(client: WaggleClient): Promise<CatalogueGate[]> {
  const gates: CatalogueGate[] = [];
  let cursor: string | null = null;
  do {
    const after: string = cursor === null ? "" : `&cursor=${encodeURIComponent(cursor)}`;
    const answer = await client.get(`/api/v1/gates?limit=500${after}`);
    expectOk(answer, "GET /api/v1/gates");
    const page = GatePage.parse(answer.body);
    gates.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return gates;
}
