import { DAY_MS } from "@/sandbox/schedule";
import type { Story } from "./story";

/** Collected every few days and handed in long after: 9 to 13 days old whenever one looks. */
export const LATE = { periodMs: 4 * DAY_MS, delayMs: 9 * DAY_MS };

const STALE_GATES = ["hubble-ingestion", "series-growth"];

export const STALE_EVIDENCE: Story = {
  id: "stale-evidence",
  tells:
    "The telemetry checks and the reports of one node pool are more than a week old. What is not known any more is not ready.",
  verdict: "unproven",
  lanes: (gate, usual) => (STALE_GATES.includes(gate) ? { main: { ...usual, ...LATE, keep: 1 } } : null),
};
