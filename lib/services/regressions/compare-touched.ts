import type { TestedCellRow } from "@/lib/db/cells";
import type { Cluster } from "@/lib/db/clusters";
import type { Tx } from "@/lib/db/transaction";
import type { ServiceContext } from "../context";
import type { Compared } from "./board-input";
import type { Candidate, Touched } from "./candidates";
import { cohortsOf } from "./cohorts";
import { compareGates } from "./compare-gates";
import { compareSignals } from "./compare-signals";
import type { Fleet } from "./fleet";

/** Compares what was touched: gates by their runs, signals by their hours. A retired cluster has nothing any more. */
export async function compareTouched(
  ctx: ServiceContext,
  tx: Tx,
  of: { candidate: Candidate; touched: Touched; fleet: Fleet; stored: readonly TestedCellRow[] },
): Promise<Compared> {
  const { candidate, touched, fleet, stored } = of;
  const { id: releaseId, baselineId } = candidate;
  const cohorts = cohortsOf(fleet.clusters, { releaseId, baselineId, gateIds: fleet.gates.map(({ id }) => id) });
  const gates = await compareGates(tx, active(touched.gate, fleet), {
    releaseId,
    baselineId,
    gates: fleet.gates,
    cohorts,
  });
  const signals = await compareSignals(tx, active(touched.signal, fleet), { candidate, stored, now: ctx.now() });
  return { gates, signals };
}

function active(ids: ReadonlySet<number>, fleet: Fleet): Cluster[] {
  return [...ids].sort((a, b) => a - b).flatMap((id) => fleet.byId.get(id) ?? []);
}
