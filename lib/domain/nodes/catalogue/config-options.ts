/**
 * The kernel options that matter to Cilium, by what needs them; names without `CONFIG_`.
 * Source: Documentation/operations/system_requirements.rst at cilium v1.20.0-pre.4; the 1.19 page differs only in
 * CONFIG_DEBUG_INFO_BTF, which is judged by the BTF that the kernel really has. WireGuard:
 * Documentation/security/network/encryption-wireguard.rst.
 *
 * The base list is split by what is lost without an option: `base-datapath` is what the agent cannot load or attach
 * its programs without (pkg/datapath/linux/requirements.go names most of them in its errors), `base-documented` is
 * the rest of the list, which nothing checks at start.
 */
export const CONFIG_OPTIONS = {
  "base-datapath": [
    "BPF",
    "BPF_SYSCALL",
    "BPF_JIT",
    "NET_CLS_BPF",
    "NET_CLS_ACT",
    "NET_SCH_INGRESS",
    "CGROUPS",
    "CGROUP_BPF",
  ],
  "base-documented": ["CRYPTO_SHA1", "CRYPTO_USER_API_HASH", "SCHEDSTATS"],
  "base-events": ["PERF_EVENTS"],
  "bpf-events": ["BPF_EVENTS"],
  "policy-routing": ["FIB_RULES"],
  "iptables-masquerade": ["NETFILTER_XT_SET", "IP_SET", "IP_SET_HASH_IP", "NETFILTER_XT_MATCH_COMMENT"],
  vxlan: ["VXLAN"],
  geneve: ["GENEVE"],
  l7: ["NETFILTER_XT_TARGET_TPROXY", "NETFILTER_XT_TARGET_MARK", "NETFILTER_XT_TARGET_CT", "NETFILTER_XT_MATCH_MARK"],
  "l7-socket": ["NETFILTER_XT_MATCH_SOCKET"],
  "ipsec-esp": ["XFRM", "XFRM_ALGO", "XFRM_USER", "INET_ESP"],
  "ipsec-esp-ipv6": ["INET6_ESP"],
  "ipsec-gcm": [
    "XFRM_OFFLOAD",
    "XFRM_STATISTICS",
    "INET_IPCOMP",
    "INET_XFRM_TUNNEL",
    "INET_TUNNEL",
    "CRYPTO_AEAD",
    "CRYPTO_AEAD2",
    "CRYPTO_GCM",
    "CRYPTO_SEQIV",
    "CRYPTO_CBC",
    "CRYPTO_HMAC",
    "CRYPTO_SHA256",
    "CRYPTO_AES",
  ],
  "ipsec-gcm-ipv6": ["INET6_IPCOMP", "INET6_XFRM_TUNNEL", "INET6_TUNNEL"],
  "ipsec-modes": ["INET_XFRM_MODE_TUNNEL"],
  "bandwidth-manager": ["NET_SCH_FQ"],
  netkit: ["NETKIT"],
  wireguard: ["WIREGUARD"],
} as const;

export type ConfigGroup = keyof typeof CONFIG_OPTIONS;

/** Options that are no requirement but prove another fact. */
const EVIDENCE_ONLY = ["DEBUG_INFO_BTF", "BPF_JIT_ALWAYS_ON", "IPV6"];

/** Every option a node profile keeps, with its prefix, in a fixed order. */
export const WATCHED_CONFIG_OPTIONS: readonly string[] = [...Object.values(CONFIG_OPTIONS).flat(), ...EVIDENCE_ONLY]
  .map((name) => `CONFIG_${name}`)
  .sort();
