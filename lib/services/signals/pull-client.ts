import { config } from "@/lib/config";
import type { Cluster } from "@/lib/db/clusters";
import { type PrometheusSource, PrometheusSourceDto } from "@/lib/domain/clusters/prometheus-source";
import { type PrometheusClient, prometheusClient } from "@/lib/prometheus/client";
import { PrometheusError } from "@/lib/prometheus/prometheus-error";
import { resolveSecret } from "../clusters/resolve-secret";

/** The settings of a cluster's Prometheus, and a client of it. @throws PrometheusError `refused` when they do not do */
export async function openSource(
  cluster: Cluster,
  allowLoopback = config().allowLoopbackSources,
): Promise<{ source: PrometheusSource; client: PrometheusClient }> {
  const source = PrometheusSourceDto.safeParse(cluster.prometheus);
  if (!source.success) throw new PrometheusError("refused", "The address of Prometheus is not set up.");
  const { url, tenant = null } = source.data;
  const authorization = await authorizationOf(source.data);
  return { source: source.data, client: prometheusClient({ url, tenant, authorization }, { rule: { allowLoopback } }) };
}

async function authorizationOf({ auth }: PrometheusSource): Promise<string | null> {
  if (auth === undefined) return null;
  const secret = await resolveSecret(auth.ref);
  if (secret === null) throw new PrometheusError("refused", `There is no secret "${auth.ref}" for this process.`);
  if (/[\r\n]/.test(secret)) throw new PrometheusError("refused", `The secret "${auth.ref}" has more than one line.`);
  if (auth.scheme !== "basic") return `Bearer ${secret}`;
  return `Basic ${Buffer.from(secret, "utf8").toString("base64")}`;
}
