import { z } from "zod";

/**
 * Cilium features that change what a node or a gate must prove. The ids are part of the public contract.
 * Which are on in the chart as shipped: cilium 1.19.6 and 1.20.0-pre.3 values.yaml (ipv4.enabled, l7Proxy,
 * routingMode "" = tunnel over VXLAN, bpf.masquerade null = iptables masquerade).
 */
export const FEATURES = [
  "ipv4",
  "ipv6",
  "tunnel-vxlan",
  "tunnel-geneve",
  "native-routing",
  "kube-proxy-replacement",
  "bpf-masquerade",
  "iptables-masquerade",
  "l7-proxy",
  "ipsec",
  "wireguard",
  "bandwidth-manager",
  "bbr",
  "netkit",
  "big-tcp-ipv4",
  "big-tcp-ipv6",
  "multicast",
  "egress-gateway",
  "host-firewall",
] as const;
export const FeatureSchema = z.enum(FEATURES);
export type Feature = z.infer<typeof FeatureSchema>;

export const CHART_DEFAULT_FEATURES: readonly Feature[] = ["ipv4", "tunnel-vxlan", "iptables-masquerade", "l7-proxy"];

/** The features in force on a cluster: what it declares, else the chart's defaults. */
export function effectiveFeatures(declared: readonly Feature[] | null): readonly Feature[] {
  return declared ?? CHART_DEFAULT_FEATURES;
}

/** Istio data planes a cluster can run. `[]` says "none, on purpose"; not declared (`null`) means "not known". */
export const MESHES = ["istio-sidecar", "istio-ambient"] as const;
export const MeshSchema = z.enum(MESHES);
export type Mesh = z.infer<typeof MeshSchema>;
