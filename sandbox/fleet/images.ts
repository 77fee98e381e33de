/** What all nodes of one image have in common. Pairs of OS image and kernel as `kubectl get nodes -o wide` shows them. */
export interface NodeImage {
  osImage: string;
  kernelRelease: string;
  machine: "x86_64" | "aarch64";
  /** Mainline version whose BPF the kernel offers; higher than its own number where the distributor backported. */
  bpfAs: string;
  /** Size of /sys/kernel/btf/vmlinux; null: the kernel was built without it. */
  btfBytes: number | null;
  /** Minimal images carry none. */
  bpftool: { version: string; libbpf?: string } | null;
  /** Where the kernel's configuration differs from the usual one of a distribution. */
  config: Readonly<Record<string, "y" | "m" | "n">>;
}

const AMAZON = { bpftool: { version: "7.1.0", libbpf: "1.1" }, config: {} };
const MINIMAL = { bpftool: null, config: { CONFIG_VXLAN: "y", CONFIG_GENEVE: "y" } } as const;

const IMAGES = {
  "al2023-6.1-x86": {
    ...AMAZON,
    osImage: "Amazon Linux 2023.9.20251117",
    kernelRelease: "6.1.158-178.288.amzn2023.x86_64",
    machine: "x86_64",
    bpfAs: "6.1",
    btfBytes: 5_612_408,
  },
  "al2023-6.12-arm": {
    ...AMAZON,
    osImage: "Amazon Linux 2023.9.20251208",
    kernelRelease: "6.12.58-82.121.amzn2023.aarch64",
    machine: "aarch64",
    bpfAs: "6.12",
    btfBytes: 6_240_112,
  },
  "cos-6.6": {
    ...MINIMAL,
    osImage: "Container-Optimized OS from Google",
    kernelRelease: "6.6.105+",
    machine: "x86_64",
    bpfAs: "6.6",
    btfBytes: 4_988_731,
  },
  "ubuntu-24.04-azure": {
    osImage: "Ubuntu 24.04.3 LTS",
    kernelRelease: "6.8.0-1041-azure",
    machine: "x86_64",
    bpfAs: "6.8",
    btfBytes: 6_021_954,
    bpftool: { version: "7.4.0", libbpf: "1.4" },
    config: {},
  },
  "ubuntu-22.04-azure": {
    osImage: "Ubuntu 22.04.5 LTS",
    kernelRelease: "5.15.0-1096-azure",
    machine: "x86_64",
    bpfAs: "5.15",
    btfBytes: 5_187_330,
    bpftool: { version: "5.15.189" },
    config: {},
  },
  "rhel-8.10": {
    osImage: "Red Hat Enterprise Linux 8.10 (Ootpa)",
    kernelRelease: "4.18.0-553.8.1.el8_10.x86_64",
    machine: "x86_64",
    // The helpers that Cilium's agent probes for go up to Linux 5.10, and it starts on RHEL 8.10 (CI runs it).
    bpfAs: "5.10",
    btfBytes: 4_402_517,
    bpftool: { version: "7.2.0", libbpf: "1.2" },
    config: { CONFIG_WIREGUARD: "n", CONFIG_NETKIT: "n" },
  },
  "debian-11": {
    osImage: "Debian GNU/Linux 11 (bullseye)",
    kernelRelease: "5.10.0-33-amd64",
    machine: "x86_64",
    bpfAs: "5.10",
    btfBytes: 4_675_226,
    bpftool: { version: "5.10.226" },
    config: { CONFIG_NETKIT: "n" },
  },
  "debian-12": {
    osImage: "Debian GNU/Linux 12 (bookworm)",
    kernelRelease: "6.1.0-40-amd64",
    machine: "x86_64",
    bpfAs: "6.1",
    btfBytes: 5_528_090,
    bpftool: { version: "7.1.0", libbpf: "1.1" },
    config: { CONFIG_NETKIT: "n" },
  },
  // A kind node is a container: its image is Debian 12, its kernel that of the machine below.
  "kind-on-debian-13": {
    osImage: "Debian GNU/Linux 12 (bookworm)",
    kernelRelease: "6.12.57+deb13-amd64",
    machine: "x86_64",
    bpfAs: "6.12",
    btfBytes: 6_399_881,
    bpftool: null,
    config: {},
  },
  "talos-1.10-arm": {
    ...MINIMAL,
    osImage: "Talos (v1.10.8)",
    kernelRelease: "6.12.58-talos",
    machine: "aarch64",
    bpfAs: "6.12",
    btfBytes: 5_904_466,
  },
  // Raspberry Pi OS names itself Debian; its kernels are built without BTF (cilium/cilium#47718).
  "raspberry-pi-os": {
    osImage: "Debian GNU/Linux 12 (bookworm)",
    kernelRelease: "6.6.31+rpt-rpi-v8",
    machine: "aarch64",
    bpfAs: "6.6",
    btfBytes: null,
    bpftool: { version: "7.1.0", libbpf: "1.1" },
    config: { CONFIG_DEBUG_INFO_BTF: "n", CONFIG_NETKIT: "n" },
  },
} as const satisfies Record<string, NodeImage>;

export type ImageId = keyof typeof IMAGES;

export function imageOf(id: ImageId): NodeImage {
  return IMAGES[id];
}

export const IMAGE_IDS: readonly ImageId[] = Object.keys(IMAGES).filter((id): id is ImageId => id in IMAGES);
