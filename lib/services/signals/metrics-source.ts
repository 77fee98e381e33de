import type { Cluster } from "@/lib/db/clusters";
import { findMetricSource } from "@/lib/db/metric-sources";
import { findNewestBlock } from "@/lib/db/signal-facts";
import { queryableOf } from "@/lib/db/transaction";
import type { ClusterSignalsDto } from "@/lib/domain/signals/dto";
import { DAY_MS, HOUR_MS } from "@/lib/domain/signals/signal-rules";
import type { ServiceContext } from "../context";

/** An hour is finished after an hour and comes a little later; an hour more is late. */
const LATE_HOURS = 3;
const LOOKED_BACK_DAYS = 120;

/** How metrics of a cluster come in, and what is wrong with that. */
export async function findMetricsWay(ctx: ServiceContext, cluster: Cluster): Promise<ClusterSignalsDto["source"]> {
  const since = new Date(ctx.now().getTime() - LOOKED_BACK_DAYS * DAY_MS);
  const newest = await findNewestBlock(queryableOf(ctx.db), { clusterId: cluster.id, since });
  const pulled = cluster.prometheus === null ? null : await findMetricSource(ctx.db, cluster.id);
  const way = newest?.way ?? (cluster.prometheus === null ? "none" : "pull");
  const error = pulled !== null && pulled.failures > 0 ? pulled.lastError : null;
  const silent = newest !== null && ctx.now().getTime() - newest.hour.getTime() > LATE_HOURS * HOUR_MS;
  return {
    way,
    newestAt: newest?.hour.toISOString() ?? null,
    trouble: error ?? (silent ? "No newer hour came in." : null),
  };
}
