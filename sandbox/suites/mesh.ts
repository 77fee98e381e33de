import { casesOf, type Suite } from "./suite";

const GO_PACKAGE = "example.net/fleet/checks/mesh";
const go = (test: string, steps: readonly string[]) => steps.map((step) => `${test}/${step}`);

// What is to hold: cilium Documentation/network/servicemesh/istio.rst @ v1.20.0-pre.4, and Istio's page on ambient and
// NetworkPolicy: kubelet's probes reach ambient pods from 169.254.7.127.
export const AMBIENT_PROBES = "TestAmbient/kubelet_probes_pass_under_default_deny";
export const AMBIENT_HBONE = "TestAmbient/l4_policy_admits_hbone_on_15008";

const SIDECAR = go("TestSidecar", [
  "webhook_injects_a_proxy",
  "cluster_ip_goes_through_the_proxy",
  "cni_file_outlives_an_agent_restart",
  "init_container_has_network",
  "rolling_cilium_envoy_keeps_connections",
  "proxies_are_in_sync",
  "plain_to_meshed",
  "meshed_to_plain",
  "headless_service",
  "excluded_port_bypasses_the_proxy",
]);

const AMBIENT = [
  ...go("TestAmbient", [
    "ztunnel_runs_on_every_node",
    "workloads_are_captured",
    "plain_to_ambient",
    "ambient_to_plain",
  ]),
  AMBIENT_HBONE,
  AMBIENT_PROBES,
  ...go("TestAmbient", [
    "cni_file_outlives_an_agent_restart",
    "rolling_ztunnel_keeps_new_connections",
    "headless_service",
  ]),
];

const MTLS = go("TestMutualTLS", [
  "strict/meshed_to_meshed",
  "strict/plain_to_meshed_is_refused",
  "strict/no_clear_text_on_the_wire",
  "permissive/plain_to_meshed",
  "identity_is_the_service_account",
  "certificates_rotate_without_errors",
]);

const BOOKINFO = "bookinfo/routing.spec.ts";
const ROUTES = [
  "reviews v1 only",
  "90 % reviews v1, 10 % reviews v3",
  "by header end-user",
  "fault injection of 7 s",
  "retries",
];
const routing = (via: string) => [
  ...ROUTES.map((route) => `product page › ${via} › ${route}`),
  ...ROUTES.map((route) => `product page › ${via} › ${route} › after an agent restart`),
  `Cilium policy › ${via} › an L7 rule on a meshed pod fails as documented`,
  `Cilium policy › ${via} › an L4 rule still holds`,
];

export const MESH_SUITES: readonly Suite[] = [
  {
    gate: "istio-settings",
    format: "json",
    title: "istio-settings",
    plan: () => [
      ...casesOf("cilium-config", ["cni-exclusive is false", "bpf-lb-sock-hostns-only is true"], 0.01),
      ...casesOf("cilium-config", ["enable-bpf-masquerade is not true"], 0.01),
      ...casesOf("istioctl x precheck", ["no issue found"], 4),
    ],
  },
  { gate: "istio-sidecar", format: "go", title: "go test", plan: () => casesOf(GO_PACKAGE, SIDECAR, 18) },
  { gate: "istio-ambient", format: "go", title: "go test", plan: () => casesOf(GO_PACKAGE, AMBIENT, 21) },
  { gate: "istio-mtls", format: "go", title: "go test", plan: () => casesOf(GO_PACKAGE, MTLS, 9) },
  {
    gate: "istio-l7-sidecar",
    format: "playwright",
    title: "playwright",
    plan: () => casesOf(BOOKINFO, routing("sidecar"), 3.2),
  },
  {
    gate: "istio-l7-waypoint",
    format: "playwright",
    title: "playwright",
    plan: () => casesOf(BOOKINFO, routing("waypoint"), 3.4),
  },
  {
    gate: "trace-correlation",
    format: "playwright",
    title: "playwright",
    plan: () =>
      casesOf(
        "bookinfo/traces.spec.ts",
        ["gateway", "product page", "reviews", "ratings", "Hubble flow of the plain hop"].map(
          (hop) => `one request › keeps its trace id › ${hop}`,
        ),
        1.6,
      ),
  },
];
