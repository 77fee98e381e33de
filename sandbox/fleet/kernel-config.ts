import type { NodeImage } from "./images";

/**
 * The options that Cilium's documentation names, as general-purpose distribution kernels set them: the datapath
 * built in, protocols and matches as modules. Documentation/operations/system_requirements.rst @ cilium v1.20.0-pre.4.
 */
const USUAL: Readonly<Record<"y" | "m", readonly string[]>> = {
  y: [
    "BPF",
    "BPF_EVENTS",
    "BPF_JIT",
    "BPF_JIT_ALWAYS_ON",
    "BPF_SYSCALL",
    "CGROUPS",
    "CGROUP_BPF",
    "CRYPTO_AEAD",
    "CRYPTO_AEAD2",
    "CRYPTO_AES",
    "CRYPTO_CBC",
    "CRYPTO_GCM",
    "CRYPTO_HMAC",
    "CRYPTO_SEQIV",
    "CRYPTO_SHA1",
    "CRYPTO_SHA256",
    "DEBUG_INFO_BTF",
    "FIB_RULES",
    "IPV6",
    "NETKIT",
    "NET_CLS_ACT",
    "PERF_EVENTS",
    "SCHEDSTATS",
    "XFRM",
    "XFRM_OFFLOAD",
    "XFRM_STATISTICS",
  ],
  m: [
    "CRYPTO_USER_API_HASH",
    "GENEVE",
    "INET6_ESP",
    "INET6_IPCOMP",
    "INET6_TUNNEL",
    "INET6_XFRM_TUNNEL",
    "INET_ESP",
    "INET_IPCOMP",
    "INET_TUNNEL",
    "INET_XFRM_TUNNEL",
    "IP_SET",
    "IP_SET_HASH_IP",
    "NETFILTER_XT_MATCH_COMMENT",
    "NETFILTER_XT_MATCH_MARK",
    "NETFILTER_XT_MATCH_SOCKET",
    "NETFILTER_XT_SET",
    "NETFILTER_XT_TARGET_CT",
    "NETFILTER_XT_TARGET_MARK",
    "NETFILTER_XT_TARGET_TPROXY",
    "NET_CLS_BPF",
    "NET_SCH_FQ",
    "NET_SCH_INGRESS",
    "VXLAN",
    "WIREGUARD",
    "XFRM_ALGO",
    "XFRM_USER",
  ],
};

/** The kernel's configuration as its own file says it; `n` is an option that the file says is not set. */
export function kernelConfigOf(image: NodeImage): Record<string, "y" | "m" | "n"> {
  const config: Record<string, "y" | "m" | "n"> = {};
  for (const name of USUAL.y) config[`CONFIG_${name}`] = "y";
  for (const name of USUAL.m) config[`CONFIG_${name}`] = "m";
  return { ...config, ...image.config };
}
