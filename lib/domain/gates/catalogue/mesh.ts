import { BEFORE_PRODUCTION, catalogueGates, EVERY_TIER, ONE_WEEK, TWO_WEEKS } from "./catalogue-gate";

// Settings and traps: cilium Documentation/network/servicemesh/istio.rst @ v1.20.0-pre.4; what Istio refuses to run
// beside: istio/istio#52902.
export const MESH_GATES = catalogueGates("mesh", [
  {
    id: "istio-settings",
    title: "Istio settings",
    requiredFor: EVERY_TIER,
    minRuns: 1,
    maxAgeHours: ONE_WEEK,
    proves:
      "The cilium-config that the candidate would write keeps what Istio stands on: cni-exclusive false, bpf-lb-sock-hostns-only true where Cilium replaces kube-proxy, and no BPF masquerading beside ambient.",
    tool: "istioctl x precheck; helm template … | grep -E 'cni-exclusive|bpf-lb-sock-hostns-only|enable-bpf-masquerade'",
  },
  {
    id: "istio-sidecar",
    title: "Istio sidecar coexistence",
    mesh: "istio-sidecar",
    requiredFor: BEFORE_PRODUCTION,
    minRuns: 3,
    maxAgeHours: TWO_WEEKS,
    proves:
      "Injection works, ClusterIP traffic of a meshed pod goes through its sidecar, Istio's CNI file outlives an agent restart, and rolling cilium-envoy leaves meshed traffic alone.",
    tool: "istioctl analyze; istioctl proxy-status; fortio load between meshed and plain namespaces",
  },
  {
    id: "istio-ambient",
    title: "Istio ambient coexistence",
    mesh: "istio-ambient",
    requiredFor: BEFORE_PRODUCTION,
    minRuns: 3,
    maxAgeHours: TWO_WEEKS,
    proves:
      "Pods in ambient talk through ztunnel on port 15008 under an L4 policy that allows it, health probes pass, and plain and ambient namespaces reach each other.",
    tool: "istioctl ztunnel-config workloads; istioctl analyze; fortio load between ambient and plain namespaces",
  },
  {
    id: "istio-mtls",
    title: "Istio mutual TLS",
    requiredFor: BEFORE_PRODUCTION,
    minRuns: 3,
    maxAgeHours: TWO_WEEKS,
    proves:
      "With PeerAuthentication STRICT meshed pods reach each other, a plain pod is refused, and no meshed request crosses the wire in the clear.",
    tool: "istioctl x describe pod; requests under PeerAuthentication STRICT; hubble observe --port 15008",
  },
  {
    id: "istio-l7-sidecar",
    title: "L7 routing with sidecars",
    mesh: "istio-sidecar",
    requiredFor: BEFORE_PRODUCTION,
    minRuns: 3,
    maxAgeHours: TWO_WEEKS,
    proves:
      "Istio's HTTP routes split and rewrite as written while Cilium enforces L4, and a Cilium L7 policy on a meshed pod fails as documented (503), not by leaking.",
    tool: "fortio load against a VirtualService with weights; istioctl proxy-config routes",
  },
  {
    id: "istio-l7-waypoint",
    title: "L7 routing without sidecars",
    mesh: "istio-ambient",
    requiredFor: BEFORE_PRODUCTION,
    minRuns: 3,
    maxAgeHours: TWO_WEEKS,
    proves:
      "A waypoint routes HTTP as written, a namespace without one stays at L4, and taking a pod out of ambient gives it back to Cilium's L7 policy (403, no timeout).",
    tool: "istioctl waypoint status; fortio load against an HTTPRoute with weights",
  },
  {
    id: "trace-correlation",
    title: "Trace correlation",
    requiredFor: BEFORE_PRODUCTION,
    minRuns: 1,
    maxAgeHours: TWO_WEEKS,
    proves:
      "One request keeps one trace id from the gateway through Istio's proxies to the service, and Hubble's L7 flow of its unencrypted hop carries the same id. Meshed hops are encrypted and stay unseen.",
    tool: "curl with a traceparent header; hubble observe --protocol http --output jsonpb (trace_context); the trace backend's API",
  },
]);
