import type { Story } from "./story";

export const KERNEL_5_10_WITH_IPV6: Story = {
  id: "kernel-5-10-with-ipv6",
  tells:
    "All gates pass, but some nodes run Linux 5.10 with IPv6 on: 1.20.0-pre.3 still loads there and 1.20.0-pre.4 does not (cilium/cilium#47672).",
  verdict: "review",
};
