import type { Requirement, Source } from "../requirement";
import { CONFIG_OPTIONS, type ConfigGroup } from "./config-options";
import { SOURCES } from "./sources";

type Rule = {
  for: string;
  why: string;
  source: Source;
  features?: Requirement["features"];
  anyFeature?: Requirement["anyFeature"];
  severity?: Requirement["severity"];
  nodes?: Requirement["nodes"];
};

/** What each group of options is for, and what it costs to be without one. */
const RULES: Readonly<Record<ConfigGroup, Rule>> = {
  "base-datapath": {
    for: "the datapath",
    why: "The agent cannot load or attach its programs without it.",
    source: SOURCES.baseConfig,
  },
  "base-documented": {
    for: "Cilium",
    why: "Listed among the options that must be enabled; the agent does not check for it at start.",
    source: SOURCES.baseConfig,
    severity: "risk",
  },
  "base-events": {
    for: "monitor events",
    why: "The agent and Hubble receive events through perf buffers.",
    source: SOURCES.baseConfig,
  },
  "bpf-events": {
    for: "Hubble",
    why: "Without it Hubble silently shows no L3 and L4 events.",
    source: SOURCES.bpfEvents,
    severity: "risk",
  },
  "policy-routing": {
    for: "policy routing",
    why: "Cilium steers traffic with routing rules.",
    source: SOURCES.tunnelConfig,
  },
  "iptables-masquerade": {
    for: "iptables masquerading",
    why: "Masquerading without BPF (bpf.masquerade=false, the default) installs ipset and iptables rules.",
    source: SOURCES.masqueradeConfig,
    features: ["iptables-masquerade"],
  },
  vxlan: {
    for: "the VXLAN tunnel",
    why: "Pods of different nodes reach each other through a VXLAN device.",
    source: SOURCES.tunnelConfig,
    features: ["tunnel-vxlan"],
  },
  geneve: {
    for: "the Geneve tunnel",
    why: "Pods of different nodes reach each other through a Geneve device.",
    source: SOURCES.tunnelConfig,
    features: ["tunnel-geneve"],
  },
  l7: {
    for: "L7 and FQDN policies",
    why: "Traffic is redirected to the proxy by TPROXY rules.",
    source: SOURCES.l7Config,
    features: ["l7-proxy"],
  },
  "l7-socket": {
    for: "L7 and FQDN policies",
    why: "Without xt_socket Cilium falls back to switching ip_early_demux off, which costs performance outside tunnel mode.",
    source: SOURCES.l7Config,
    features: ["l7-proxy"],
    severity: "risk",
  },
  "ipsec-esp": {
    for: "IPsec",
    why: "ESP encryption is set up through xfrm.",
    source: SOURCES.ipsecConfig,
    features: ["ipsec"],
  },
  "ipsec-esp-ipv6": {
    for: "IPsec over IPv6",
    why: "ESP encryption is set up through xfrm.",
    source: SOURCES.ipsecConfig,
    features: ["ipsec", "ipv6"],
  },
  "ipsec-gcm": {
    for: "IPsec with GCM-128-AES",
    why: "Documented for GCM-128-AES; what is needed depends on the algorithm of the key.",
    source: SOURCES.ipsecConfig,
    features: ["ipsec"],
    severity: "risk",
  },
  "ipsec-gcm-ipv6": {
    for: "IPsec over IPv6",
    why: "Documented for GCM-128-AES; what is needed depends on the algorithm of the key.",
    source: SOURCES.ipsecConfig,
    features: ["ipsec", "ipv6"],
    severity: "risk",
  },
  // Linux 5.2 made the xfrm modes part of xfrm itself and removed the option (commit 4c145dce2601).
  "ipsec-modes": {
    for: "IPsec",
    why: "ESP packets travel in tunnel mode.",
    source: SOURCES.ipsecConfig,
    features: ["ipsec"],
    severity: "risk",
    nodes: { kernelBelow: "5.2" },
  },
  "bandwidth-manager": {
    for: "the bandwidth manager",
    why: "The bandwidth manager and BBR pace packets with the fq scheduler.",
    source: SOURCES.bandwidthManager,
    anyFeature: ["bandwidth-manager", "bbr"],
  },
  netkit: {
    for: "netkit",
    why: "Pods are connected by netkit devices.",
    source: SOURCES.systemRequirements,
    features: ["netkit"],
  },
  wireguard: {
    for: "WireGuard",
    why: "Encryption needs the kernel's WireGuard; the user-space fallback cuts traffic at every agent restart.",
    source: SOURCES.wireguard,
    features: ["wireguard"],
    // Older kernels can only have it as an out-of-tree module, which no configuration shows.
    nodes: { kernelFrom: "5.6" },
  },
};

function toRequirement(name: string, rule: Rule): Requirement {
  const option = `CONFIG_${name}`;
  const { for: purpose, why, source, severity = "blocks", ...when } = rule;
  return {
    id: `config-${name.toLowerCase().replaceAll("_", "-")}`,
    title: `${option} for ${purpose}`,
    problem: `No ${option} for ${purpose}`,
    versions: ">=1.19.0-0",
    ...when,
    check: { kind: "config-enabled", option },
    severity,
    needed: `${option}=y or m`,
    why,
    source,
  };
}

function isGroup(name: string): name is ConfigGroup {
  return name in CONFIG_OPTIONS;
}

export const CONFIG_REQUIREMENTS: readonly Requirement[] = Object.keys(CONFIG_OPTIONS)
  .filter(isGroup)
  .flatMap((group) => CONFIG_OPTIONS[group].map((name) => toRequirement(name, RULES[group])));
