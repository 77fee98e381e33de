import type { DemoCluster } from "@/sandbox/fleet/cluster";
import type { PlannedCase, Suite } from "./suite";

/** What a test needs of the cluster; `absent` is not set up on any of ours. */
type Need = "kube-proxy-replacement" | "host-firewall" | "encryption" | "egress-gateway" | "l7-proxy" | "absent";

interface CiliumTest {
  name: string;
  needs?: Need;
}

const tests = (names: string, needs?: Need): CiliumTest[] =>
  names
    .trim()
    .split(/\s+/)
    .map((name) => (needs === undefined ? { name } : { name, needs }));

/** Tests of `cilium connectivity test` by what they need. Source: cilium-cli/connectivity/builder in cilium/cilium. */
export const CILIUM_TESTS: readonly CiliumTest[] = [
  ...tests("no-unexpected-packet-drops no-interrupted-connections"),
  ...tests("no-ipsec-xfrm-errors", "absent"),
  ...tests("no-policies no-policies-from-outside"),
  ...tests("no-policies-extra", "kube-proxy-replacement"),
  ...tests(`
    allow-all-except-world allow-all-except-world-ccnp client-ingress client-ingress-ccnp client-ingress-knp
    allow-all-with-metrics-check all-ingress-deny all-ingress-deny-ccnp all-ingress-deny-from-outside
    all-ingress-deny-knp all-egress-deny all-egress-deny-ccnp all-egress-deny-knp all-entities-deny
    cluster-entity cluster-entity-ccnp host-entity-egress host-entity-egress-ccnp host-entity-ingress
    host-entity-ingress-ccnp echo-ingress echo-ingress-ccnp echo-ingress-from-outside echo-ingress-knp
    client-ingress-icmp client-ingress-icmp-ccnp client-egress client-egress-ccnp client-egress-knp
    client-egress-expression client-egress-expression-ccnp client-egress-expression-knp
    client-with-service-account-egress-to-echo client-with-service-account-egress-to-echo-ccnp
    client-egress-to-echo-service-account client-egress-to-echo-service-account-ccnp
    to-entities-world to-cidr-external to-cidr-external-ccnp to-cidr-external-knp
    echo-ingress-from-other-client-deny echo-ingress-from-other-client-deny-ccnp
    client-ingress-from-other-client-icmp-deny client-ingress-from-other-client-icmp-deny-ccnp
    client-egress-to-echo-deny client-egress-to-echo-deny-ccnp client-ingress-to-echo-named-port-deny
    client-egress-to-echo-expression-deny client-egress-to-echo-expression-deny-ccnp
    client-with-service-account-egress-to-echo-deny client-egress-to-echo-service-account-deny
    client-egress-to-cidr-deny client-egress-to-cidr-deny-ccnp client-egress-to-cidr-deny-default
    egress-to-specific-namespace-ccnp ingress-from-specific-namespace-ccnp health pod-to-itself-via-service
    pod-to-node-cidrpolicy pod-to-pod-no-frag`),
  ...tests("cluster-entity-multi-cluster clustermesh-endpointslice-sync", "absent"),
  ...tests("north-south-loadbalancing north-south-loadbalancing-with-l7-policy", "kube-proxy-replacement"),
  ...tests("pod-to-pod-encryption-v2 node-to-node-encryption strict-mode-encryption", "encryption"),
  ...tests("egress-gateway egress-gateway-excluded-cidrs egress-gateway-with-l7-policy", "egress-gateway"),
  ...tests("local-redirect-policy l7-lb", "absent"),
  ...tests(
    `echo-ingress-l7 echo-ingress-l7-named-port client-egress-l7-method client-egress-l7 client-egress-l7-named-port
    client-egress-l7-tls-headers client-egress-l7-http-connect client-egress-tls-sni dns-only to-fqdns
    seq-client-egress-l7-tls-deny-without-headers`,
    "l7-proxy",
  ),
  ...tests("echo-ingress-auth-always-fail echo-ingress-mutual-auth-spiffe", "absent"),
  ...tests(
    `pod-to-ingress-service pod-to-ingress-service-deny-all pod-to-ingress-service-deny-ingress-identity
    pod-to-ingress-service-allow-ingress-identity outside-to-ingress-service`,
    "absent",
  ),
  ...tests("pod-to-k8s-on-controlplane", "absent"),
  ...tests("host-firewall-ingress host-firewall-egress", "host-firewall"),
  ...tests("check-log-errors"),
];

/** The one group into which cilium-cli puts all its cases. */
export const CILIUM_GROUP = "connectivity test";

function isMet(need: Need | undefined, { features }: DemoCluster): boolean {
  if (need === undefined) return true;
  if (need === "encryption") return features.includes("wireguard") || features.includes("ipsec");
  return features.includes(need);
}

/** A run of `cilium connectivity test`; tests left out by `--test` are listed as skipped, as cilium-cli does. */
export function ciliumSuite(gate: string, seconds: number, selected?: readonly string[]): Suite {
  const plan = (cluster: DemoCluster): PlannedCase[] =>
    CILIUM_TESTS.map(({ name, needs }) => {
      const isRun = isMet(needs, cluster) && (selected?.includes(name) ?? true);
      return { group: CILIUM_GROUP, name, seconds, ...(isRun ? {} : { skipped: "not selected or not enabled" }) };
    });
  const filter = selected === undefined ? ["--test-concurrency", "4"] : ["--test", selected.join(",")];
  return { gate, format: "cilium-cli", title: CILIUM_GROUP, args: [...filter, "--junit-file", "report.xml"], plan };
}
