import { draw } from "@/sandbox/draw";
import type { DemoCluster, NodePool, Provider, Tier } from "./cluster";
import type { ImageId } from "./images";
import { BASELINE, CANDIDATE } from "./releases";

interface Region {
  name: string;
  provider: Provider;
  image: ImageId;
}

const REGIONS: readonly Region[] = [
  { name: "eu-west-1", provider: "eks", image: "al2023-6.1-x86" },
  { name: "eu-central-1", provider: "eks", image: "al2023-6.12-arm" },
  { name: "us-east-2", provider: "eks", image: "al2023-6.1-x86" },
  { name: "us-west-2", provider: "eks", image: "al2023-6.12-arm" },
  { name: "ap-south-1", provider: "eks", image: "al2023-6.1-x86" },
  { name: "europe-west4", provider: "gke", image: "cos-6.6" },
  { name: "us-central1", provider: "gke", image: "cos-6.6" },
  { name: "asia-south1", provider: "gke", image: "cos-6.6" },
  { name: "westeurope", provider: "aks", image: "ubuntu-24.04-azure" },
  { name: "frankfurt", provider: "on-prem", image: "debian-12" },
];

/** Tiers of a large fleet: few clusters prove a candidate for many. */
const TIERS: readonly { tier: Tier; short: string; upTo: number }[] = [
  { tier: "gating", short: "gate", upTo: 0.02 },
  { tier: "canary", short: "canary", upTo: 0.08 },
  { tier: "production", short: "prod", upTo: 1 },
];

/** What is wrong with the fifth of the clusters that is not all green, and the pool of nodes that shows it. */
const TROUBLES: readonly { story: string; upTo: number; pool?: Partial<NodePool>; feature?: string }[] = [
  { story: "no-btf", upTo: 0.04, pool: { name: "rpi", image: "raspberry-pi-os" } },
  { story: "kernel-5-10-with-ipv6", upTo: 0.08, pool: { name: "bullseye", image: "debian-11" }, feature: "ipv6" },
  { story: "stale-evidence", upTo: 0.13, pool: { name: "late", late: true } },
  { story: "nothing-yet", upTo: 0.16 },
  { story: "conntrack-failing", upTo: 0.18, pool: { name: "jammy", image: "ubuntu-22.04-azure" } },
  { story: "all-green", upTo: 1 },
];

const MOST_NODES = 12;
const LEAST_NODES = 3;

/** The first whose share reaches that far; shares end with 1, so there is one. */
function pick<Choice extends { upTo: number }>(choices: readonly Choice[], share: number): Choice {
  const choice = choices.find(({ upTo }) => share < upTo);
  if (choice === undefined) throw new Error(`No choice reaches ${share}.`);
  return choice;
}

function clusterAt(index: number, total: number): DemoCluster {
  const { tier, short } = pick(TIERS, index / total);
  const region = REGIONS[index % REGIONS.length];
  if (region === undefined) throw new Error("There are no regions.");
  const name = `${short}-${region.name}-${String(Math.floor(index / REGIONS.length) + 1).padStart(3, "0")}`;
  const { story, pool, feature } = pick(TROUBLES, draw("trouble", name));
  const nodes = LEAST_NODES + Math.floor((MOST_NODES - LEAST_NODES + 1) * draw("nodes", name));
  const usual: NodePool = { name: "general", image: region.image, nodes };
  return {
    name,
    tier,
    provider: region.provider,
    region: region.name,
    kubernetesVersion: draw("kubernetes", name) < 0.5 ? "1.33.5" : "1.34.1",
    installedRelease: tier === "production" ? BASELINE : CANDIDATE,
    initialRelease: "1.18.1",
    owner: "network-platform",
    features: ["ipv4", "tunnel-vxlan", "iptables-masquerade", "l7-proxy", ...(feature === undefined ? [] : [feature])],
    mesh: [],
    pools: pool === undefined ? [usual] : [usual, { ...usual, nodes: LEAST_NODES, ...pool }],
    story,
  };
}

/** A fleet of any size over three tiers and ten regions; the same size gives the same fleet. */
export function generateClusters(total: number): DemoCluster[] {
  return Array.from({ length: total }, (_, index) => clusterAt(index, total));
}
