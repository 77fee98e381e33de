import type { DemoCluster } from "@/sandbox/fleet/cluster";
import { nodesOf } from "@/sandbox/fleet/nodes";
import type { MetricTrouble } from "@/sandbox/stories/story";
import { drawCount, drawNormal } from "./chance";
import { LEVELS, type LevelShape, RATES, type RateShape } from "./shapes";
import { flowsInHour } from "./traffic";

/** One hour of one signal, as `POST /api/v1/metric-windows` takes it. */
export interface Window {
  signal: string;
  start: string;
  x: number;
  exposure: number | null;
  segments: { label: string; value: string; x: number; exposure?: number }[];
}

/** At so many nodes of a cluster each is looked at alone. */
const WATCHED_NODES = 8;

type Excess = NonNullable<MetricTrouble["rates"]>[string];

interface Hour {
  cluster: DemoCluster;
  at: Date;
  flows: number;
  trouble: MetricTrouble;
}

function exposureOf({ per }: RateShape, { flows, cluster }: Hour): number {
  return "flow" in per ? Math.round(flows * per.flow) : nodesOf(cluster).length * per.node;
}

/** The usual events split by their usual shares, and the excess where the trouble puts it. */
function partsOf(shape: RateShape, usual: number, excess: number, where: Excess["in"]): Window["segments"] {
  const parts = shape.parts.map(({ label, value, share }) => ({ label, value, x: Math.round(usual * share) }));
  if (excess === 0) return parts;
  if (where === undefined) return parts.map((part) => ({ ...part, x: Math.round(part.x * (1 + excess / usual)) }));
  const place = parts.find(({ label, value }) => label === where.label && value === where.value);
  if (place === undefined) return [...parts, { ...where, x: excess }];
  return parts.map((part) => (part === place ? { ...part, x: part.x + excess } : part));
}

function rateWindow(shape: RateShape, hour: Hour): Window {
  const words = [hour.cluster.name, shape.signal, hour.at.getTime()];
  const exposure = exposureOf(shape, hour);
  const { times = 1, in: where } = hour.trouble.rates?.[shape.signal] ?? {};
  const usual = drawCount(exposure * shape.rate * Math.min(times, 1), shape.dispersion, ...words);
  const excess = times > 1 ? drawCount(exposure * shape.rate * (times - 1), shape.dispersion, ...words, "excess") : 0;
  const segments = partsOf(shape, usual, excess, where);
  return { signal: shape.signal, start: hour.at.toISOString(), x: usual + excess, exposure, segments };
}

function levelWindow(shape: LevelShape, { cluster, at, trouble }: Hour): Window {
  const base = trouble.levels?.[shape.signal] ?? shape.level;
  const level = (...more: string[]) =>
    Math.min(
      shape.most ?? Number.POSITIVE_INFINITY,
      base * Math.exp(shape.scatter * drawNormal(cluster.name, shape.signal, at.getTime(), ...more)),
    );
  const nodes = shape.byNode ? nodesOf(cluster).slice(0, WATCHED_NODES) : [];
  const ofNodes = nodes.map(({ name }) => ({ label: "node", value: name, x: level(name) }));
  const whole = level();
  const x = Math.max(whole, ...ofNodes.map((node) => node.x));
  const parts = shape.parts.map(({ label, value, of }) => ({ label, value, x: whole * of }));
  return { signal: shape.signal, start: at.toISOString(), x, exposure: null, segments: [...parts, ...ofNodes] };
}

/** All that a cluster measures in the hour that begins at `at`. What goes dark is not there at all. */
export function windowsOfHour(cluster: DemoCluster, at: Date, trouble: MetricTrouble): Window[] {
  const flows = Math.round(flowsInHour(cluster, at) * (trouble.traffic ?? 1));
  const hour: Hour = { cluster, at, flows, trouble };
  const isSeen = ({ source }: { source: "hubble" | "agent" }) => !trouble.dark?.includes(source);
  const rates = RATES.filter(isSeen).filter(({ needs }) => needs === undefined || cluster.features.includes(needs));
  return [
    ...rates.map((shape) => rateWindow(shape, hour)),
    ...LEVELS.filter(isSeen).map((shape) => levelWindow(shape, hour)),
  ];
}
