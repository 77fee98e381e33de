import { AMBIENT_HBONE, AMBIENT_PROBES } from "@/sandbox/suites/mesh";
import type { Story } from "./story";

const failed = {
  [AMBIENT_HBONE]: {
    messages: [
      "ambient_test.go:118: GET http://reviews.ambient-b:9080/health: got 000 after 5s, want 200",
      "ambient_test.go:121: hubble: ambient-a/sleep -> ambient-b/reviews:15008 policy-verdict:none INGRESS DENIED (TCP Flags: SYN)",
    ],
  },
  [AMBIENT_PROBES]: {
    messages: [
      "ambient_test.go:164: pod ambient-b/reviews-v1: Readiness probe failed: context deadline exceeded",
      "ambient_test.go:167: hubble: 169.254.7.127 -> ambient-b/reviews:9080 policy-verdict:none INGRESS DENIED (TCP Flags: SYN)",
    ],
  },
};

export const ISTIO_AMBIENT_FAILING: Story = {
  id: "istio-ambient-failing",
  tells:
    "With ambient, tunnels on port 15008 and kubelet's probes from 169.254.7.127 are denied by default-deny policies; everything without a mesh is fine.",
  verdict: "blocked",
  trouble: ({ gate }) => (gate === "istio-ambient" ? { failed } : null),
};
