import { correctedRingLoss } from "./ring-buffer-loss";
import type { SeriesTally } from "./series-tally";

/** Takes out of what the ring buffer lost in so many seconds what the agents' own probe makes up (cilium#46584). */
export function correctRingLoss(flows: SeriesTally, of: { version: string; seconds: number }): void {
  const tally = flows.signals.get("lost_ring");
  if (tally === undefined || tally.whole.x === null) return;
  let sum = 0;
  for (const cell of tally.segments.get("node")?.values() ?? []) {
    if (cell.x === null) continue;
    cell.x = correctedRingLoss(cell.x, { ...of, agents: 1 });
    sum += cell.x;
  }
  tally.whole.x = sum;
}
