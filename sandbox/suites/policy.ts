import { CILIUM_TESTS, ciliumSuite } from "./cilium-tests";
import { casesOf, type Suite } from "./suite";

const names = CILIUM_TESTS.map(({ name }) => name);
const isHost = (name: string) => name.startsWith("host-firewall");
const isL7 = (name: string) => /-l7|-sni$|^dns-only$|^to-fqdns$/.test(name);
const isPolicy = (name: string) =>
  /deny|ingress|egress|entity|entities|cidr|world|to-fqdns/.test(name) && !isHost(name);

const NAMESPACES = ["catalog", "checkout", "ingress", "payments", "search"];
const POLICIES = ["allow-dns", "allow-from-ingress", "allow-metrics", "allow-same-namespace", "default-deny"];
const GO_PACKAGE = "example.net/fleet/checks/policy";
const RESTART_SUITE = "Policy over agent restart";

const CONNECTIONS = [
  "allowed pod to pod on the same node",
  "allowed pod to pod on another node",
  "allowed pod to service",
  "allowed pod to kube-apiserver",
  "allowed pod to world by DNS name",
  "allowed world to node port",
  "denied pod to pod by label",
  "denied pod to pod by default",
  "denied pod to world by CIDR",
  "denied world to pod by entity",
];
const MOMENTS = ["while the agent is down", "while endpoints are restored", "after the first regeneration"];

const everyPolicy = (test: string) =>
  NAMESPACES.flatMap((namespace) => POLICIES.map((policy) => `${test}/${namespace}/${policy}`));

export const POLICY_SUITES: readonly Suite[] = [
  ciliumSuite(
    "policy-enforcement",
    8,
    names.filter((name) => isPolicy(name) && !isL7(name)),
  ),
  {
    gate: "policy-dry-run",
    format: "go",
    title: "go test",
    plan: () => [
      ...casesOf(GO_PACKAGE, everyPolicy("TestServerSideDryRun"), 0.15),
      ...casesOf(GO_PACKAGE, everyPolicy("TestNoAllowTurnsToDeny"), 0.4),
    ],
  },
  ciliumSuite("l7-policy", 11, names.filter(isL7)),
  {
    gate: "policy-agent-restart",
    format: "ginkgo",
    title: RESTART_SUITE,
    args: [],
    plan: () => [
      ...casesOf(RESTART_SUITE, ["[BeforeSuite]"], 12),
      ...casesOf(
        RESTART_SUITE,
        MOMENTS.flatMap((moment) => CONNECTIONS.map((one) => `[It] ${one} ${moment}`)),
        16,
      ),
    ],
  },
  ciliumSuite("host-policy", 24, names.filter(isHost)),
];
