import type { Requirement } from "../requirement";
import { AGENT_START_REQUIREMENTS } from "./agent-start";
import { BASE_REQUIREMENTS } from "./base";
import { BTF_REQUIREMENTS } from "./btf";
import { CONFIG_REQUIREMENTS } from "./config-requirements";
import { FEATURE_KERNEL_REQUIREMENTS } from "./feature-kernels";
import { IPV6_REQUIREMENTS } from "./ipv6";
import { TESTED_KERNEL_REQUIREMENTS } from "./tested-kernels";

/** The whole catalogue, in the order in which findings of equal weight are listed. */
export const REQUIREMENTS: readonly Requirement[] = [
  ...BTF_REQUIREMENTS,
  ...BASE_REQUIREMENTS,
  ...IPV6_REQUIREMENTS,
  ...FEATURE_KERNEL_REQUIREMENTS,
  ...CONFIG_REQUIREMENTS,
  ...AGENT_START_REQUIREMENTS,
  ...TESTED_KERNEL_REQUIREMENTS,
];

const BY_ID: ReadonlyMap<string, Requirement> = new Map(REQUIREMENTS.map((row) => [row.id, row]));

/** The row of an id; undefined for ids of other catalogue versions and for findings that stand for several rows. */
export function requirementById(id: string): Requirement | undefined {
  return BY_ID.get(id);
}
