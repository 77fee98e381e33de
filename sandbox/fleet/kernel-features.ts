/** What BPF offers and the mainline version that brought it, in the order in which bpftool prints it. */
export interface KernelFeature {
  name: string;
  since: string;
}

const features = (pairs: Readonly<Record<string, string>>): KernelFeature[] =>
  Object.entries(pairs).map(([name, since]) => ({ name, since }));

// Versions: docs/kernel-versions.md in iovisor/bcc, and for later ones include/uapi/linux/bpf.h of that Linux version.
export const PROGRAM_TYPES = features({
  socket_filter: "3.19",
  kprobe: "4.1",
  sched_cls: "4.1",
  sched_act: "4.1",
  tracepoint: "4.7",
  xdp: "4.8",
  perf_event: "4.9",
  cgroup_skb: "4.10",
  cgroup_sock: "4.10",
  lwt_in: "4.10",
  lwt_out: "4.10",
  lwt_xmit: "4.10",
  sock_ops: "4.13",
  sk_skb: "4.14",
  cgroup_device: "4.15",
  sk_msg: "4.17",
  raw_tracepoint: "4.17",
  cgroup_sock_addr: "4.17",
  lwt_seg6local: "4.18",
  sk_reuseport: "4.19",
  flow_dissector: "4.20",
  cgroup_sysctl: "5.2",
  raw_tracepoint_writable: "5.2",
  cgroup_sockopt: "5.3",
  struct_ops: "5.6",
  sk_lookup: "5.9",
  syscall: "5.14",
});

export const MAP_TYPES = features({
  hash: "3.19",
  array: "3.19",
  prog_array: "4.2",
  perf_event_array: "4.3",
  percpu_hash: "4.6",
  percpu_array: "4.6",
  stack_trace: "4.6",
  cgroup_array: "4.8",
  lru_hash: "4.10",
  lru_percpu_hash: "4.10",
  lpm_trie: "4.11",
  array_of_maps: "4.12",
  hash_of_maps: "4.12",
  devmap: "4.14",
  sockmap: "4.14",
  cpumap: "4.15",
  xskmap: "4.18",
  sockhash: "4.18",
  cgroup_storage: "4.19",
  reuseport_sockarray: "4.19",
  percpu_cgroup_storage: "4.20",
  queue: "4.20",
  stack: "4.20",
  sk_storage: "5.2",
  devmap_hash: "5.4",
  struct_ops: "5.6",
  ringbuf: "5.8",
  inode_storage: "5.10",
  task_storage: "5.11",
  bloom_filter: "5.16",
  user_ringbuf: "6.1",
});

/** Helpers that programs of every type may call. */
const ANYWHERE = features({
  bpf_map_lookup_elem: "3.19",
  bpf_map_update_elem: "3.19",
  bpf_map_delete_elem: "3.19",
  bpf_ktime_get_ns: "4.1",
  bpf_get_prandom_u32: "4.1",
  bpf_get_smp_processor_id: "4.1",
  bpf_tail_call: "4.2",
  bpf_spin_lock: "5.1",
  bpf_jiffies64: "5.6",
  bpf_ringbuf_output: "5.8",
});

const PACKETS = features({
  bpf_skb_store_bytes: "4.1",
  bpf_l3_csum_replace: "4.1",
  bpf_l4_csum_replace: "4.1",
  bpf_clone_redirect: "4.2",
  bpf_redirect: "4.4",
  bpf_skb_change_tail: "4.9",
  bpf_skb_change_head: "4.10",
  bpf_skb_adjust_room: "4.13",
  bpf_fib_lookup: "4.18",
  bpf_sk_assign: "5.7",
  bpf_csum_level: "5.8",
  bpf_redirect_neigh: "5.10",
  bpf_redirect_peer: "5.10",
});

const SOCKETS = features({
  bpf_get_current_uid_gid: "4.2",
  bpf_get_socket_cookie: "4.12",
  bpf_get_current_cgroup_id: "4.18",
  bpf_get_netns_cookie: "5.7",
  bpf_get_cgroup_classid: "5.7",
  bpf_perf_event_output: "5.7",
});

const TRACING = features({
  bpf_probe_read: "4.1",
  bpf_trace_printk: "4.1",
  bpf_get_current_pid_tgid: "4.2",
  bpf_get_current_comm: "4.2",
  bpf_perf_event_output: "4.4",
  bpf_get_stackid: "4.6",
  bpf_probe_read_kernel: "5.5",
});

const OWN: Readonly<Record<string, readonly KernelFeature[]>> = {
  kprobe: TRACING,
  tracepoint: TRACING,
  raw_tracepoint: TRACING,
  perf_event: TRACING,
  sched_cls: PACKETS,
  sched_act: PACKETS,
  lwt_xmit: PACKETS.slice(0, 5),
  xdp: features({ bpf_redirect: "4.8", bpf_xdp_adjust_head: "4.10", bpf_fib_lookup: "4.18", bpf_csum_diff: "4.16" }),
  cgroup_sock: SOCKETS,
  cgroup_sock_addr: SOCKETS,
  sock_ops: features({ bpf_sock_map_update: "4.14", bpf_getsockopt: "4.15", bpf_get_socket_cookie: "4.12" }),
};

export function helpersOf(programType: string): readonly KernelFeature[] {
  return [...ANYWHERE, ...(OWN[programType] ?? [])];
}

/** Whether a kernel of version `kernel` has what came with version `since`; both `major.minor`. */
export function isSince(kernel: string, since: string): boolean {
  const [major = 0, minor = 0] = kernel.split(".").map(Number);
  const [sinceMajor = 0, sinceMinor = 0] = since.split(".").map(Number);
  return major > sinceMajor || (major === sinceMajor && minor >= sinceMinor);
}
