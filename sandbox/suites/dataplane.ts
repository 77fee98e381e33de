import { nodesOf } from "@/sandbox/fleet/nodes";
import { ciliumSuite } from "./cilium-tests";
import { kubernetesSuite } from "./kubernetes-tests";
import { casesOf, forEach, type Suite } from "./suite";

/** Names as cilium_bpf_map_pressure has them in its label `map_name`. */
const MAPS = [
  "ct4_global",
  "ct_any4_global",
  "snat_v4_external",
  "lb4_services_v2",
  "lb4_backends_v3",
  "ipcache_v2",
  "lxc",
];
const MAPS_IPV6 = ["ct6_global", "ct_any6_global", "snat_v6_external", "lb6_services_v2", "lb6_backends_v3"];

const NAT_TESTS = [
  "test_ports_run_out_only_at_the_limit",
  "test_translation_holds_under_load",
  "test_mappings_are_freed_after_close",
  "test_no_drop_for_missing_mapping",
];
/** TEST-NET-3 of RFC 5737. */
const NAT_TARGETS = ["203.0.113.10:443", "203.0.113.11:443", "203.0.113.12:80", "203.0.113.13:53", "203.0.113.14:5432"];

const HALF_A_DAY = 12 * 60 * 60;

export const DATAPLANE_SUITES: readonly Suite[] = [
  ciliumSuite("connectivity-suite", 9),
  // The load runs for twelve hours beside it; what it left behind is read by the tests that look for drops and errors.
  ciliumSuite("conntrack-soak", HALF_A_DAY / 3, [
    "no-unexpected-packet-drops",
    "no-interrupted-connections",
    "check-log-errors",
  ]),
  {
    gate: "nat-load",
    format: "pytest",
    title: "pytest",
    plan: () => casesOf("load.test_nat.TestSourcePorts", forEach(NAT_TESTS, NAT_TARGETS), 61),
  },
  kubernetesSuite("external-traffic-local", "local-traffic", "ExternalTrafficPolicy|externalTrafficPolicy=Local"),
  kubernetesSuite("external-load-balancer", "load-balancers", "LoadBalancers"),
  kubernetesSuite("session-affinity", "affinity", "session affinity"),
  ciliumSuite("kube-proxy-replacement", 19, ["no-policies", "no-policies-extra", "north-south-loadbalancing"]),
  {
    gate: "map-headroom",
    format: "json",
    title: "map-headroom",
    plan: (cluster) => {
      const maps = cluster.features.includes("ipv6") ? [...MAPS, ...MAPS_IPV6] : MAPS;
      const nodes = nodesOf(cluster).map(({ name }) => name);
      return [
        ...casesOf(
          "cilium_bpf_map_pressure",
          maps.map((map) => `${map} is at most 70 % full`),
          0.1,
        ),
        ...casesOf(
          "cilium_nat_endpoint_max_connection",
          nodes.map((node) => `${node} uses at most half`),
          0.05,
        ),
      ];
    },
  },
];
