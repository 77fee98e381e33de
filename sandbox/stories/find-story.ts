import { ALL_GREEN } from "./all-green";
import { CONNTRACK_FAILING } from "./conntrack-failing";
import { FLAKY_SUITE } from "./flaky-suite";
import { ISTIO_AMBIENT_FAILING } from "./istio-ambient-failing";
import { KERNEL_5_10_WITH_IPV6 } from "./kernel-5-10-with-ipv6";
import { NO_BTF } from "./no-btf";
import { NOTHING_YET } from "./nothing-yet";
import { POLICY_TIGHTENING } from "./policy-tightening";
import { SOAK_IN_PROGRESS } from "./soak-in-progress";
import { STALE_EVIDENCE } from "./stale-evidence";
import type { Story } from "./story";
import { TRAFFIC_SURGE } from "./traffic-surge";

export const STORIES: readonly Story[] = [
  ALL_GREEN,
  NO_BTF,
  KERNEL_5_10_WITH_IPV6,
  CONNTRACK_FAILING,
  FLAKY_SUITE,
  STALE_EVIDENCE,
  NOTHING_YET,
  ISTIO_AMBIENT_FAILING,
  SOAK_IN_PROGRESS,
  POLICY_TIGHTENING,
  TRAFFIC_SURGE,
];

/** @throws Error for an id that no story has */
export function findStory(id: string): Story {
  const story = STORIES.find((candidate) => candidate.id === id);
  if (story === undefined) throw new Error(`There is no story "${id}".`);
  return story;
}
