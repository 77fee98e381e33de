import { MINUTE_MS } from "@/sandbox/schedule";
import type { Trouble } from "@/sandbox/suites/run-suite";
import type { Occurrence, Story } from "./story";

const CASE = "to-fqdns";
const TIMEOUT = "command terminated with exit code 28: curl: (28) Resolving timed out after 2000 milliseconds";
const ACTION = `${CASE}/pod-to-world/http-to-one.one.one.one.-0: cilium-test-1/client2 -> one.one.one.one. (one.one.one.one.:80)`;
const RESTART_CASE = "[It] allowed pod to world by DNS name while endpoints are restored";

/** Every fourth run fails for good, and its failed test is run three times more; every other one has a retry inside. */
const failsForGood = (index: number) => index % 4 === 0;
const hasRetry = (index: number) => index % 2 === 1;

function suite({ slot }: Occurrence): Trouble | null {
  if (slot.attempt > 1) return { only: [CASE] };
  if (failsForGood(slot.index)) return { failed: { [CASE]: { messages: [TIMEOUT], actions: [ACTION] } } };
  return hasRetry(slot.index) ? { flaky: { [CASE]: TIMEOUT } } : null;
}

export const FLAKY_SUITE: Story = {
  id: "flaky-suite",
  tells:
    "DNS of the test's client times out now and then: the same case fails and passes within one run, and from run to run. Until its reruns have passed the suite counts as failing. Hubble counts five times the failed answers since the upgrade.",
  verdict: "review",
  baselineWeeks: 2,
  metrics: () => ({ rates: { dns_error: { times: 5, in: { label: "rcode", value: "Server Failure" } } } }),
  lanes: (gate, usual) => {
    if (gate !== "connectivity-suite") return null;
    const reruns = { of: (index: number) => (failsForGood(index) ? 3 : 0), gapMs: 2 * MINUTE_MS };
    return { main: { ...usual, periodMs: 25 * MINUTE_MS, keep: 9, reruns } };
  },
  trouble: (run) => {
    if (run.gate === "connectivity-suite") return suite(run);
    if (run.gate === "policy-agent-restart")
      return { flaky: { [RESTART_CASE]: "Timed out after 10.001s. Expected success" } };
    return null;
  },
};
