import type { PlannedCase, Suite } from "./suite";

// Names of specs as e2e.test of Kubernetes 1.34 reports them: test/e2e/network/{service,loadbalancer,conntrack}.go.
const AFFINITY = [
  "[sig-network] Services should have session affinity work for service with type clusterIP [LinuxOnly] [Conformance]",
  "[sig-network] Services should have session affinity timeout work for service with type clusterIP [LinuxOnly]",
  "[sig-network] Services should be able to switch session affinity for service with type clusterIP [LinuxOnly] [Conformance]",
  "[sig-network] Services should have session affinity work for NodePort service [LinuxOnly] [Conformance]",
  "[sig-network] Services should have session affinity timeout work for NodePort service [LinuxOnly]",
  "[sig-network] Services should be able to switch session affinity for NodePort service [LinuxOnly] [Conformance]",
];

const LOCAL_TRAFFIC = [
  "[sig-network] Services should support externalTrafficPolicy=Local for type=NodePort",
  "[sig-network] Services should fail health check node port if there are only terminating endpoints",
  "[sig-network] Services should fallback to local terminating endpoints when there are no ready endpoints with externalTrafficPolicy=Local",
  "[sig-network] Services should implement NodePort and HealthCheckNodePort correctly when ExternalTrafficPolicy changes",
  "[sig-network] LoadBalancers ExternalTrafficPolicy: Local [Feature:LoadBalancer] [Slow] should work for type=LoadBalancer",
  "[sig-network] LoadBalancers ExternalTrafficPolicy: Local [Feature:LoadBalancer] [Slow] should only target nodes with endpoints",
  "[sig-network] LoadBalancers ExternalTrafficPolicy: Local [Feature:LoadBalancer] [Slow] should target all nodes with endpoints",
  "[sig-network] LoadBalancers ExternalTrafficPolicy: Local [Feature:LoadBalancer] [Slow] should work from pods",
];

const LOAD_BALANCERS = [
  "[sig-network] LoadBalancers [Feature:LoadBalancer] should be able to change the type and ports of a TCP service [Slow]",
  "[sig-network] LoadBalancers [Feature:LoadBalancer] should be able to change the type and ports of a UDP service [Slow]",
  "[sig-network] LoadBalancers [Feature:LoadBalancer] should only allow access from service loadbalancer source ranges [Slow]",
  "[sig-network] LoadBalancers [Feature:LoadBalancer] should handle load balancer cleanup finalizer for service [Slow]",
  "[sig-network] LoadBalancers [Feature:LoadBalancer] should be able to preserve UDP traffic when server pod cycles for a LoadBalancer service on different nodes",
  "[sig-network] LoadBalancers [Feature:LoadBalancer] should be able to preserve UDP traffic when server pod cycles for a LoadBalancer service on the same nodes",
  "[sig-network] LoadBalancers [Feature:LoadBalancer] should not have connectivity disruption during rolling update with externalTrafficPolicy=Cluster [Slow]",
  "[sig-network] LoadBalancers [Feature:LoadBalancer] should not have connectivity disruption during rolling update with externalTrafficPolicy=Local [Slow]",
];

/** Specs that no focus of ours selects; Ginkgo lists them as skipped. */
const OTHERS = [
  "[sig-network] Services should serve a basic endpoint from pods [Conformance]",
  "[sig-network] Services should serve multiport endpoints from pods [Conformance]",
  "[sig-network] Services should allow pods to hairpin back to themselves through services",
  "[sig-network] Services should be able to create a functioning NodePort service [Conformance]",
  "[sig-network] Services should be rejected when no endpoints exist",
  "[sig-network] Conntrack should be able to preserve UDP traffic when server pod cycles for a NodePort service",
  "[sig-network] Conntrack should be able to preserve UDP traffic when server pod cycles for a ClusterIP service",
  "[sig-network] Conntrack should be able to preserve UDP traffic when initial unready endpoints get ready",
  "[sig-network] Conntrack should be able to cleanup conntrack entries when UDP service target port changes for a NodePort service",
  "[sig-network] DNS should provide DNS for the cluster [Conformance]",
  "[sig-network] DNS should provide DNS for services [Conformance]",
  "[sig-network] EndpointSlice should create Endpoints and EndpointSlices for Pods matching a Service [Conformance]",
];

const FOCUSES = { affinity: AFFINITY, "local-traffic": LOCAL_TRAFFIC, "load-balancers": LOAD_BALANCERS };
const ALL = [...AFFINITY, ...LOCAL_TRAFFIC, ...LOAD_BALANCERS, ...OTHERS];
const SUITE = "Kubernetes e2e suite";

/** A run of Kubernetes' own end-to-end suite with `--ginkgo.focus`. */
export function kubernetesSuite(gate: string, focus: keyof typeof FOCUSES, pattern: string): Suite {
  const selected: readonly string[] = FOCUSES[focus];
  const plan = (): PlannedCase[] => [
    { group: SUITE, name: "[SynchronizedBeforeSuite]", seconds: 4 },
    ...ALL.map((name) => ({
      group: SUITE,
      name: `[It] ${name}`,
      seconds: selected.includes(name) ? 38 : 0,
      ...(selected.includes(name) ? {} : { skipped: "skipped" }),
    })),
    { group: SUITE, name: "[ReportAfterSuite] Kubernetes e2e suite report", seconds: 0.02 },
  ];
  return { gate, format: "e2e.test", title: SUITE, args: [pattern], plan };
}
