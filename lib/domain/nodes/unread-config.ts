import { SOURCES } from "./catalogue/sources";
import type { Finding } from "./finding";
import type { Requirement } from "./requirement";

/** An option that a requirement asks for and that was not known. */
export type UnreadOption = { option: string; severity: Requirement["severity"] };

/**
 * The options that nothing told of, as one finding: a node without a readable configuration would otherwise have
 * dozens. Cilium does not work as configured without some of them, so then the verdict is unknown.
 */
export function unreadConfigFinding(unread: readonly UnreadOption[]): readonly Finding[] {
  if (unread.length === 0) return [];
  const needed = unread.filter(({ severity }) => severity === "blocks");
  const options = (needed.length > 0 ? needed : unread).map(({ option }) => option);
  const shown = options.slice(0, 4).join(", ") + (options.length > 4 ? ` and ${options.length - 4} more` : "");
  return [
    {
      requirement: "kernel-config-unread",
      title: "Kernel configuration not readable",
      severity: needed.length > 0 ? "missing" : "risk",
      outcome: "unknown",
      observed: `${unread.length} ${unread.length === 1 ? "option" : "options"} could not be read`,
      needed: "a readable /proc/config.gz or /boot/config",
      detail: `Neither set nor known to be missing: ${shown}. collect-node.sh reads the configuration where the node has it; bpftool tells of some options only.`,
      source: SOURCES.systemRequirements.url,
    },
  ];
}
