/** A helper that the agent probes for at start, and the mainline kernel that brought it to these program types. */
export type RequiredHelper = { helper: string; since: string; programTypes: readonly string[] };

/**
 * Each of these stops the agent at start when it is missing.
 * Source: pkg/datapath/linux/requirements.go at cilium v1.20.0-pre.4 (the same in v1.20.0-pre.3 and in 1.19).
 */
export const REQUIRED_HELPERS: readonly RequiredHelper[] = [
  { helper: "bpf_skb_change_tail", since: "4.9", programTypes: ["sched_cls"] },
  { helper: "bpf_get_socket_cookie", since: "4.12", programTypes: ["cgroup_sock_addr"] },
  { helper: "bpf_get_current_cgroup_id", since: "4.18", programTypes: ["cgroup_sock_addr"] },
  { helper: "bpf_jiffies64", since: "5.6", programTypes: ["cgroup_sock", "cgroup_sock_addr", "sched_cls", "xdp"] },
  { helper: "bpf_get_netns_cookie", since: "5.7", programTypes: ["cgroup_sock", "cgroup_sock_addr"] },
  { helper: "bpf_csum_level", since: "5.8", programTypes: ["sched_cls"] },
  { helper: "bpf_skb_change_head", since: "5.8", programTypes: ["sched_cls"] },
  { helper: "bpf_redirect_neigh", since: "5.10", programTypes: ["sched_cls"] },
  { helper: "bpf_redirect_peer", since: "5.10", programTypes: ["sched_cls"] },
];
