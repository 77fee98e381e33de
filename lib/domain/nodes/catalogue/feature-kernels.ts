import type { Feature } from "../../clusters/feature";
import type { Requirement, Source } from "../requirement";
import { SOURCES } from "./sources";

type Row = {
  id: string;
  feature: Feature;
  name: string;
  version: string;
  why: string;
  source: Source;
  versions?: string;
  severity?: Requirement["severity"];
  nodes?: Requirement["nodes"];
};

/** Kernel versions of the table "Required Kernel Versions for Advanced Features", and what other places add to it. */
const ROWS: readonly Row[] = [
  {
    id: "big-tcp-ipv6-kernel",
    feature: "big-tcp-ipv6",
    name: "IPv6 BIG TCP",
    version: "5.19",
    why: "IPv6 BIG TCP needs Linux 5.19.",
    source: SOURCES.advancedFeatures,
  },
  {
    id: "big-tcp-ipv4-kernel",
    feature: "big-tcp-ipv4",
    name: "IPv4 BIG TCP",
    version: "6.3",
    why: "IPv4 BIG TCP needs Linux 6.3.",
    source: SOURCES.advancedFeatures,
  },
  {
    id: "multicast-kernel-amd64",
    feature: "multicast",
    name: "multicast on amd64",
    version: "5.10",
    why: "Multicast needs Linux 5.10 on AMD64.",
    source: SOURCES.advancedFeatures,
    nodes: { machine: "amd64" },
  },
  {
    id: "multicast-kernel-arm64",
    feature: "multicast",
    name: "multicast on arm64",
    version: "6.0",
    why: "Multicast needs Linux 6.0 on AArch64.",
    source: SOURCES.advancedFeatures,
    nodes: { machine: "arm64" },
  },
  {
    id: "netkit-kernel",
    feature: "netkit",
    name: "netkit",
    version: "6.7",
    why: "Devices of netkit exist from Linux 6.7 on; in netkit mode the agent stops with that message.",
    source: SOURCES.netkitConnector,
    versions: ">=1.20.0-0",
  },
  {
    id: "netkit-kernel-documented",
    feature: "netkit",
    name: "netkit as documented",
    version: "6.8",
    why: "The documentation of 1.20 asks for Linux 6.8, the code for 6.7.",
    source: SOURCES.systemRequirements,
    versions: ">=1.20.0-0",
    severity: "risk",
    nodes: { kernelFrom: "6.7" },
  },
  {
    id: "bbr-kernel",
    feature: "bbr",
    name: "BBR for pods",
    version: "5.18",
    why: "BBR for pods needs Linux 5.18.",
    source: SOURCES.bandwidthManager,
  },
  {
    id: "wireguard-kernel",
    feature: "wireguard",
    name: "WireGuard",
    version: "5.6",
    why: "WireGuard is part of Linux from 5.6 on; an older kernel needs it as an out-of-tree module, which a report does not show.",
    source: SOURCES.wireguard,
    severity: "risk",
  },
  {
    id: "kpr-ipip-health-kernel",
    feature: "kube-proxy-replacement",
    name: "the IPIP health datapath",
    version: "5.12",
    why: "The IPIP health datapath of the kube-proxy replacement needs Linux 5.12.",
    source: SOURCES.kprInitializer,
    versions: ">=1.20.0-0",
    severity: "info",
  },
];

function toRequirement(row: Row): Requirement {
  return {
    id: row.id,
    title: `Kernel version for ${row.name}`,
    problem: `Kernel below ${row.version} for ${row.name}`,
    versions: row.versions ?? ">=1.19.0-0",
    features: [row.feature],
    nodes: row.nodes,
    check: { kind: "kernel-at-least", version: row.version },
    severity: row.severity ?? "blocks",
    // Below the version only a kernel of Red Hat is unknown: it may have the feature backported.
    whenUnknown: row.severity === "info" ? "info" : "risk",
    needed: `${row.version} or newer`,
    why: row.why,
    source: row.source,
  };
}

export const FEATURE_KERNEL_REQUIREMENTS: readonly Requirement[] = ROWS.map(toRequirement);
