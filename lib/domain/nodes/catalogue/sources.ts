import type { Source } from "../requirement";

const BLOB = "https://github.com/cilium/cilium/blob/v1.20.0-pre.4";
const DOCS = "https://docs.cilium.io/en/stable";

const inRepo = (path: string): Source => ({ text: `${path} @ v1.20.0-pre.4`, url: `${BLOB}/${path}` });
const issue = (number: number): Source => ({
  text: `cilium issue ${number}`,
  url: `https://github.com/cilium/cilium/issues/${number}`,
});
const pull = (number: number): Source => ({
  text: `cilium pull request ${number}`,
  url: `https://github.com/cilium/cilium/pull/${number}`,
});
const page = (text: string, path: string): Source => ({ text, url: `${DOCS}/${path}` });

/** Every source that the catalogue cites, once. */
export const SOURCES = {
  systemRequirements: inRepo("Documentation/operations/system_requirements.rst"),
  baseConfig: page("System requirements: linux kernel", "operations/system_requirements/#linux-kernel"),
  masqueradeConfig: page(
    "System requirements: iptables-based masquerading",
    "operations/system_requirements/#requirements-for-iptables-based-masquerading",
  ),
  tunnelConfig: page(
    "System requirements: tunneling and routing",
    "operations/system_requirements/#requirements-for-tunneling-and-routing",
  ),
  l7Config: page(
    "System requirements: L7 and FQDN policies",
    "operations/system_requirements/#requirements-for-l7-and-fqdn-policies",
  ),
  ipsecConfig: page("System requirements: IPsec", "operations/system_requirements/#requirements-for-ipsec"),
  advancedFeatures: page(
    "System requirements: kernel versions for advanced features",
    "operations/system_requirements/#required-kernel-versions-for-advanced-features",
  ),
  bandwidthManager: page("Bandwidth manager", "network/kubernetes/bandwidth-manager/"),
  wireguard: page("WireGuard transparent encryption", "security/network/encryption-wireguard/"),
  agentStart: inRepo("pkg/datapath/linux/requirements.go"),
  netkitConnector: inRepo("pkg/datapath/connector/config.go"),
  kprInitializer: inRepo("pkg/kpr/initializer"),
  chartValues: inRepo("install/kubernetes/cilium/values.yaml"),
  ciMatrix: inRepo(".github/actions/e2e"),
  no510Ci: pull(44405),
  bpfEvents: { text: "cilium commit 4e7ec78a57", url: "https://github.com/cilium/cilium/commit/4e7ec78a57" },
  ipv6Issue: issue(47672),
  ipv6Fix: pull(47765),
  btfIpv6Issue: issue(45224),
  btfDocumented: { text: "cilium commit 5e1880a5b1", url: "https://github.com/cilium/cilium/commit/5e1880a5b1" },
  btfMasqueradeIssue: issue(47718),
  btfSocketLbIssue: issue(48778),
  bpftoolSkew: { text: "cilium/ebpf issue 2107", url: "https://github.com/cilium/ebpf/issues/2107" },
  rhel810Kernel: { text: "RHSA-2024:3138", url: "https://access.redhat.com/errata/RHSA-2024:3138" },
} satisfies Record<string, Source>;
