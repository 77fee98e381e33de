import semver from "semver";

/**
 * cilium#46584: the agent's own status probe, every 5 s, counts one lost event in `hubble_lost_events_total`
 * {source="hubble_ring_buffer"} though none was lost: 12 a minute for each agent. The range is the reporter's, "equal or
 * higher than v1.19.4 and lower than v1.20.0"; pre-releases of 1.20.0 are lower.
 */
export const RING_BUFFER_FALSE_POSITIVE = {
  from: "1.19.4",
  until: "1.20.0",
  perAgentAndSecond: 0.2,
  reference: "https://github.com/cilium/cilium/issues/46584",
} as const;

/** Events lost in the ring buffer without those that the probe makes up; never below zero. */
export function correctedRingLoss(lost: number, of: { version: string; agents: number; seconds: number }): number {
  const { from, until, perAgentAndSecond } = RING_BUFFER_FALSE_POSITIVE;
  if (semver.lt(of.version, from) || semver.gte(of.version, until)) return lost;
  return Math.max(0, lost - perAgentAndSecond * of.agents * of.seconds);
}
