import { BEFORE_PRODUCTION, catalogueGates, EVERY_TIER, GATING_ONLY, ONE_WEEK, TWO_WEEKS } from "./catalogue-gate";

// Upgrade and rollback rules: cilium Documentation/operations/upgrade.rst @ v1.20.0-pre.4; order of the upgrade test:
// .github/workflows/tests-e2e-upgrade.yaml @ v1.20.0-pre.4; CRDs only move forward: pkg/k8s/apis/crdhelpers/register.go.
export const INSTALL_GATES = catalogueGates("install", [
  {
    id: "helm-render",
    title: "Helm render",
    requiredFor: EVERY_TIER,
    minRuns: 1,
    maxAgeHours: ONE_WEEK,
    proves:
      "The cluster's own values render with the candidate chart, its API server admits every object in a server-side dry run, and every key of cilium-config that differs from the baseline's was expected.",
    tool: "helm template cilium oci://quay.io/cilium/charts/cilium -f values.yaml | kubectl apply --server-side --dry-run=server -f -; diff of the rendered cilium-config",
  },
  {
    id: "helm-preflight",
    title: "Cilium preflight",
    requiredFor: EVERY_TIER,
    minRuns: 1,
    maxAgeHours: ONE_WEEK,
    proves:
      "The candidate's images pull on every node, every network policy validates and the live cilium-config has no key the candidate does not know. It looks neither at the kernel nor at BTF.",
    tool: "helm install cilium-preflight --set preflight.enabled=true,agent=false,operator.enabled=false; kubectl -n kube-system get ds,deploy cilium-pre-flight-check",
  },
  {
    id: "helm-install",
    title: "Helm install",
    requiredFor: GATING_ONLY,
    minRuns: 1,
    maxAgeHours: TWO_WEEKS,
    proves:
      "On an empty cluster the chart installs and agent, operator, Envoy and Hubble Relay become ready without a restart.",
    tool: "helm install cilium oci://quay.io/cilium/charts/cilium -n kube-system -f values.yaml; cilium status --wait",
  },
  {
    id: "helm-upgrade",
    title: "Upgrade from baseline",
    requiredFor: BEFORE_PRODUCTION,
    minRuns: 1,
    maxAgeHours: TWO_WEEKS,
    proves:
      "Connections opened on the baseline outlive the upgrade to the candidate, east-west and north-south, and the full suite passes afterwards.",
    tool: "cilium connectivity test --include-conn-disrupt-test --conn-disrupt-test-setup; helm upgrade -f values.yaml; cilium connectivity test --include-conn-disrupt-test --test no-interrupted-connections",
  },
  {
    id: "helm-downgrade",
    title: "Downgrade to baseline",
    requiredFor: BEFORE_PRODUCTION,
    minRuns: 1,
    maxAgeHours: TWO_WEEKS,
    proves:
      "The way back is open: the baseline runs beside the newer CRDs, which Helm does not roll back, open connections outlive the step, and no policy drop appears that was not there before.",
    tool: "helm rollback cilium; cilium connectivity test --include-conn-disrupt-test --test no-interrupted-connections,no-unexpected-packet-drops",
  },
  {
    id: "crds-operator",
    title: "CRDs and operator",
    requiredFor: BEFORE_PRODUCTION,
    minRuns: 1,
    maxAgeHours: TWO_WEEKS,
    proves:
      "The operator moves every Cilium CRD to the candidate's schema version, objects stored under older versions still read and write, and after losing its lease a second operator reconciles on.",
    tool: "kubectl get crd -L io.cilium.k8s.crd.schema.version; kubectl -n kube-system rollout restart deploy/cilium-operator; cilium status --wait",
  },
]);
