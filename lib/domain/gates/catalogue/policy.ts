import {
  BEFORE_PRODUCTION,
  catalogueGates,
  EVERY_TIER,
  ON_REQUEST,
  ONE_WEEK,
  TWO_DAYS,
  TWO_WEEKS,
} from "./catalogue-gate";

// Test names: cilium-cli v0.19.7 connectivity/builder. Audit covers L3 and L4 only and, set on an endpoint, is lost on
// an agent restart: Documentation/security/policy-creation.rst @ v1.20.0-pre.4.
export const POLICY_GATES = catalogueGates("policy", [
  {
    id: "policy-enforcement",
    title: "Policy enforcement",
    requiredFor: BEFORE_PRODUCTION,
    minRuns: 3,
    maxAgeHours: ONE_WEEK,
    proves:
      "What is denied is dropped and what is allowed passes, both ways, by label, entity, CIDR, service account and DNS name, for Cilium and Kubernetes policies.",
    tool: "cilium connectivity test --test 'all-ingress-deny,all-egress-deny,client-ingress,client-egress,echo-ingress,cluster-entity,to-cidr-external,to-fqdns'",
  },
  {
    id: "policy-dry-run",
    title: "Policy audit and dry run",
    requiredFor: EVERY_TIER,
    minRuns: 1,
    maxAgeHours: TWO_DAYS,
    proves:
      "Every policy of the cluster passes the candidate's schema and validation, and replayed in audit no verdict turns from allow to deny. Audit sees L3 and L4 only.",
    tool: "cilium-dbg preflight validate-cnp; kubectl apply --server-side --dry-run=server; hubble observe --verdict AUDIT",
  },
  {
    id: "l7-policy",
    title: "L7 policy",
    requiredFor: BEFORE_PRODUCTION,
    minRuns: 3,
    maxAgeHours: ONE_WEEK,
    proves:
      "HTTP rules by method, path and header, TLS server names and DNS rules allow and refuse as written, on named ports too, and Envoy acknowledges every policy it is sent.",
    tool: "cilium connectivity test --test 'client-egress-l7,client-egress-l7-method,client-egress-l7-named-port,client-egress-tls-sni,echo-ingress-l7,dns-only'",
  },
  {
    id: "policy-agent-restart",
    title: "Policy over agent restart",
    requiredFor: BEFORE_PRODUCTION,
    minRuns: 3,
    maxAgeHours: TWO_WEEKS,
    proves:
      "While agents roll, no allowed connection is dropped for a stale or unknown identity and no denied one passes (cilium/cilium#40098, #32213).",
    tool: "kubectl -n kube-system rollout restart ds/cilium during fortio load; promtool query instant: increase(hubble_drop_total{reason='POLICY_DENIED'}[15m])",
  },
  {
    id: "host-policy",
    title: "Host policy",
    requiredFor: ON_REQUEST,
    minRuns: 3,
    maxAgeHours: TWO_WEEKS,
    proves:
      "Host policies guard the nodes themselves without cutting off kubelet, SSH or the API server. To be required where the host firewall is on.",
    tool: "cilium connectivity test --include-unsafe-tests --test 'host-firewall-ingress,host-firewall-egress'",
  },
]);
