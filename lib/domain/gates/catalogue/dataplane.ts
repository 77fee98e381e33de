import {
  BEFORE_PRODUCTION,
  catalogueGates,
  EVERY_TIER,
  GATING_ONLY,
  ONE_WEEK,
  TWO_DAYS,
  TWO_WEEKS,
} from "./catalogue-gate";

// Test names: cilium-cli v0.19.7 connectivity/builder. It has no test of session affinity or of
// externalTrafficPolicy, so those come from Kubernetes' own end-to-end suite. Drop reasons and metrics:
// pkg/metrics/metrics.go, pkg/maps/metricsmap @ v1.20.0-pre.4.
export const DATAPLANE_GATES = catalogueGates("dataplane", [
  {
    id: "connectivity-suite",
    title: "Connectivity suite",
    requiredFor: BEFORE_PRODUCTION,
    minRuns: 3,
    maxAgeHours: ONE_WEEK,
    proves:
      "Pods, hosts, services and the world reach each other as they should in every enabled mode, without unexpected drops or errors in the logs. It expects policy drops, so it does not notice a policy that denies too much.",
    tool: "cilium connectivity test --test-concurrency 4 --junit-file report.xml",
  },
  {
    id: "conntrack-soak",
    title: "Conntrack soak",
    requiredFor: BEFORE_PRODUCTION,
    minRuns: 5,
    maxAgeHours: TWO_WEEKS,
    proves:
      "Twelve hours of new connections a second, well above the cluster's own rate: no drop for 'CT: Map insertion failed', garbage collection completes, agent CPU stays level. Some faults show only after hours of green (cilium/cilium#47624).",
    tool: "fortio load -qps 2000 -keepalive=false -t 12h; promtool query instant: cilium_drop_count_total, cilium_bpf_map_pressure, cilium_datapath_conntrack_gc_runs_total",
  },
  {
    id: "nat-load",
    title: "NAT under load",
    requiredFor: GATING_ONLY,
    minRuns: 3,
    maxAgeHours: TWO_WEEKS,
    proves:
      "Source ports towards one remote address are used up and come back: translation holds, mappings are freed, and 'No mapping for NAT masquerade' appears only past the limit.",
    tool: "k6 run from many pods to one address outside; promtool query instant: cilium_nat_endpoint_max_connection, cilium_drop_count_total",
  },
  {
    id: "external-traffic-local",
    title: "externalTrafficPolicy Local",
    requiredFor: BEFORE_PRODUCTION,
    minRuns: 3,
    maxAgeHours: TWO_WEEKS,
    proves:
      "Services with externalTrafficPolicy: Local keep the client's address, answer only on nodes with a backend, and say so on the health-check node port.",
    tool: "e2e.test --ginkgo.focus='ExternalTrafficPolicy|ESIPP' --report-dir out",
  },
  {
    id: "external-load-balancer",
    title: "Services behind load balancers",
    requiredFor: BEFORE_PRODUCTION,
    minRuns: 3,
    maxAgeHours: TWO_WEEKS,
    proves:
      "Traffic through the provider's load balancer and through node ports reaches its backends while agents roll, and hosts whose address is also a load balancer's stay reachable (cilium/cilium#44221).",
    tool: "cilium connectivity test --test north-south-loadbalancing; e2e.test --ginkgo.focus='LoadBalancers' --report-dir out",
  },
  {
    id: "session-affinity",
    title: "Session affinity",
    requiredFor: BEFORE_PRODUCTION,
    minRuns: 3,
    maxAgeHours: TWO_WEEKS,
    proves:
      "sessionAffinity: ClientIP keeps a client on its backend until the timeout, over an agent restart too, for ClusterIP and NodePort.",
    tool: "e2e.test --ginkgo.focus='session affinity' --report-dir out",
  },
  {
    id: "kube-proxy-replacement",
    title: "Kube-proxy replacement",
    requiredFor: BEFORE_PRODUCTION,
    minRuns: 3,
    maxAgeHours: TWO_WEEKS,
    proves:
      "Services are served by whom the values say: with kubeProxyReplacement true by Cilium alone and no kube-proxy rule is left; with false by kube-proxy and the agent claims none of them.",
    tool: "cilium-dbg status --verbose; cilium connectivity test --test no-policies-extra",
  },
  {
    id: "map-headroom",
    title: "Map and port headroom",
    requiredFor: EVERY_TIER,
    minRuns: 1,
    maxAgeHours: TWO_DAYS,
    proves:
      "Under the cluster's own traffic no conntrack, NAT or service map is more than 70 % full and no node uses more than half of its source ports towards one address, so that a change has room.",
    tool: "promtool query instant: max(cilium_bpf_map_pressure), max(cilium_nat_endpoint_max_connection)",
  },
]);
