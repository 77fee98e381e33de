import { SOURCES } from "./catalogue/sources";
import type { Finding } from "./finding";
import type { Requirement } from "./requirement";

/**
 * The options that nothing told of, as one finding: a node without a readable configuration would otherwise have
 * dozens. It leaves the verdict unknown only when the datapath itself depends on one of them.
 */
export function unreadConfigFinding(unread: readonly Requirement[]): readonly Finding[] {
  if (unread.length === 0) return [];
  const decisive = unread.filter(({ whenUnknown }) => whenUnknown === "missing");
  const named = (decisive.length > 0 ? decisive : unread).map(({ title }) => title.split(" ", 1).join());
  const shown = named.slice(0, 4).join(", ") + (named.length > 4 ? ` and ${named.length - 4} more` : "");
  return [
    {
      requirement: "kernel-config-unread",
      title: "Kernel configuration not readable",
      severity: decisive.length > 0 ? "missing" : "risk",
      outcome: "unknown",
      observed: `${unread.length} ${unread.length === 1 ? "option" : "options"} could not be read`,
      needed: "a readable /proc/config.gz or /boot/config",
      detail:
        decisive.length > 0
          ? `Nothing shows whether the datapath can load: ${shown}. Report with collect-node.sh where it can read the kernel configuration, or with bpftool as root.`
          : `Not known to be missing: ${shown}. Distribution kernels usually have them; collect-node.sh reads them from /proc/config.gz or /boot/config.`,
      source: SOURCES.systemRequirements.url,
    },
  ];
}
