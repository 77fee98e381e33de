import { nodesOf } from "@/sandbox/fleet/nodes";
import { ciliumSuite } from "./cilium-tests";
import { casesOf, type Suite } from "./suite";

/** Objects that the chart renders with its defaults and Hubble Relay. */
const OBJECTS = [
  "ServiceAccount/cilium",
  "ServiceAccount/cilium-envoy",
  "ServiceAccount/cilium-operator",
  "ServiceAccount/hubble-relay",
  "Secret/cilium-ca",
  "Secret/hubble-relay-client-certs",
  "Secret/hubble-server-certs",
  "ConfigMap/cilium-config",
  "ConfigMap/cilium-envoy-config",
  "ConfigMap/hubble-relay-config",
  "ClusterRole/cilium",
  "ClusterRole/cilium-operator",
  "ClusterRoleBinding/cilium",
  "ClusterRoleBinding/cilium-operator",
  "Role/cilium-config-agent",
  "RoleBinding/cilium-config-agent",
  "Service/cilium-envoy",
  "Service/hubble-peer",
  "Service/hubble-relay",
  "DaemonSet/cilium",
  "DaemonSet/cilium-envoy",
  "Deployment/cilium-operator",
  "Deployment/hubble-relay",
];

const CONFIG_KEYS = [
  "bpf-lb-sock-hostns-only",
  "bpf-map-dynamic-size-ratio",
  "cluster-name",
  "cni-exclusive",
  "datapath-mode",
  "enable-bpf-masquerade",
  "enable-ipv4",
  "enable-ipv6",
  "enable-policy",
  "hubble-metrics",
  "kube-proxy-replacement",
  "policy-audit-mode",
  "routing-mode",
  "tunnel-protocol",
];

const CRDS = [
  "ciliumbgpadvertisements",
  "ciliumbgpclusterconfigs",
  "ciliumbgpnodeconfigs",
  "ciliumbgppeerconfigs",
  "ciliumcidrgroups",
  "ciliumclusterwideenvoyconfigs",
  "ciliumclusterwidenetworkpolicies",
  "ciliumegressgatewaypolicies",
  "ciliumendpoints",
  "ciliumenvoyconfigs",
  "ciliumidentities",
  "ciliuml2announcementpolicies",
  "ciliumloadbalancerippools",
  "ciliumlocalredirectpolicies",
  "ciliumnetworkpolicies",
  "ciliumnodeconfigs",
  "ciliumnodes",
  "ciliumpodippools",
];

const COMPONENTS = [
  "daemonset/cilium",
  "daemonset/cilium-envoy",
  "deployment/cilium-operator",
  "deployment/hubble-relay",
];
const GO_PACKAGE = "example.net/fleet/checks/install";

export const INSTALL_SUITES: readonly Suite[] = [
  {
    gate: "helm-render",
    format: "json",
    title: "helm-render",
    plan: () => [
      ...casesOf(
        "server-side dry run",
        OBJECTS.map((object) => `${object} is admitted`),
        0.4,
      ),
      ...casesOf(
        "cilium-config",
        CONFIG_KEYS.map((key) => `${key} is as expected`),
        0.01,
      ),
    ],
  },
  {
    gate: "helm-preflight",
    format: "json",
    title: "cilium-preflight",
    plan: (cluster) => [
      ...casesOf(
        "daemonset/cilium-pre-flight-check",
        nodesOf(cluster).map(({ name }) => `ready on ${name}`),
        9,
      ),
      ...casesOf("deployment/cilium-pre-flight-check", ["cnp-validator", "configmap-validator"], 3),
    ],
  },
  {
    gate: "helm-install",
    format: "go",
    title: "go test",
    plan: () => [
      ...casesOf(
        GO_PACKAGE,
        COMPONENTS.map((component) => `TestInstall/ready/${component}`),
        21,
      ),
      ...casesOf(
        GO_PACKAGE,
        COMPONENTS.map((component) => `TestInstall/no_restarts/${component}`),
        0.2,
      ),
      ...casesOf(GO_PACKAGE, ["TestInstall/cilium_status_is_ok", "TestInstall/pod_gets_an_address"], 6),
    ],
  },
  ciliumSuite("helm-upgrade", 7),
  ciliumSuite("helm-downgrade", 7),
  {
    gate: "crds-operator",
    format: "go",
    title: "go test",
    plan: () => [
      ...casesOf(
        GO_PACKAGE,
        CRDS.map((crd) => `TestCRDSchemaVersion/${crd}.cilium.io`),
        0.1,
      ),
      ...casesOf(
        GO_PACKAGE,
        CRDS.map((crd) => `TestStoredObjectsRoundTrip/${crd}.cilium.io`),
        0.3,
      ),
      ...casesOf(GO_PACKAGE, ["TestOperator/lease_is_taken_over", "TestOperator/identities_are_collected"], 17),
    ],
  },
];
