import type { DemoCluster } from "@/sandbox/fleet/cluster";
import { nodesOf } from "@/sandbox/fleet/nodes";
import { drawNormal } from "./chance";

const FLOWS_PER_NODE_AND_HOUR = 60_000;
const NIGHT_TO_NOON = 0.45;
const WEEKEND = 0.6;
const SCATTER = 0.06;

/** The flows that Hubble sees on a cluster in the hour that begins at `hour`: few at night and at weekends. */
export function flowsInHour(cluster: DemoCluster, hour: Date): number {
  const usual = nodesOf(cluster).length * FLOWS_PER_NODE_AND_HOUR;
  const ofDay = 1 + NIGHT_TO_NOON * Math.sin((2 * Math.PI * (hour.getUTCHours() - 7)) / 24);
  const ofWeek = hour.getUTCDay() % 6 === 0 ? WEEKEND : 1;
  const scatter = Math.exp(SCATTER * drawNormal(cluster.name, "flows", hour.getTime()));
  return Math.round(usual * ofDay * ofWeek * scatter);
}
