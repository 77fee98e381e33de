import { nodesOf } from "@/sandbox/fleet/nodes";
import { DAY_MS, MINUTE_MS } from "@/sandbox/schedule";
import type { Story } from "./story";

/** A node loses events in every third check and is fine when asked again; another node each time. */
function lostEvents(nodes: readonly string[], index: number): Readonly<Record<string, string>> {
  const node = nodes[index % nodes.length];
  if (index % 3 !== 0 || node === undefined) return {};
  return {
    [`no event is lost on ${node}`]: "increase(hubble_lost_events_total[1h]) = 211, source perf_event_ring_buffer",
  };
}

/** Then the scraping of Hubble ends, and nobody told anybody. */
const HOURS_WITH_HUBBLE = 50;

export const SOAK_IN_PROGRESS: Story = {
  id: "soak-in-progress",
  tells:
    "Two soak runs are in, one of each of the last two nights; further lanes finish every half hour while the fleet runs, until there are enough. Hubble loses events on a node now and then, and two days after the upgrade its metrics went dark.",
  verdict: "unproven",
  metrics: ({ since }) => (since < HOURS_WITH_HUBBLE ? null : { dark: ["hubble"] }),
  lanes: (gate, usual) => {
    if (gate === "conntrack-soak") {
      const nights = { ...usual, periodMs: DAY_MS, phaseMs: 0, keep: 2 };
      return { nights, lanes: { ...usual, periodMs: 30 * MINUTE_MS, keep: 0 } };
    }
    return gate === "hubble-ingestion" ? { main: { ...usual, periodMs: 12 * MINUTE_MS } } : null;
  },
  trouble: ({ cluster, gate, slot }) => {
    if (gate !== "hubble-ingestion") return null;
    return {
      flaky: lostEvents(
        nodesOf(cluster).map(({ name }) => name),
        slot.index,
      ),
    };
  },
};
