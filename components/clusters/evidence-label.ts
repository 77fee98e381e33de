import { formatInstant } from "@/components/ui/format-instant";
import type { GateRunDto } from "@/lib/domain/gates/gate-run";
import type { Evidence } from "@/lib/domain/readiness/reason";

/** What the link to a piece of evidence says. `runs` are the cluster's newest: one of them is named by its time. */
export function evidenceLabel({ kind, id }: Evidence, runs: readonly GateRunDto[], now: Date): string {
  switch (kind) {
    case "gate-run": {
      const run = runs.find((one) => one.id === id);
      // The last part of a time-ordered id is the one that differs between neighbours.
      return run === undefined ? `Run ${id.slice(-6)}` : `Run of ${formatInstant(run.ranAt, now)}`;
    }
    case "gate":
      return `Gate ${id}`;
    case "requirement":
      return `Nodes, requirement ${id}`;
    case "regression":
      return `Regression ${id}`;
    case "signal":
      return `Signal ${id}`;
    case "node-report":
      return "All nodes";
    case "node":
      return `Node ${id}`;
    case "cluster":
      return "What the cluster declares";
  }
}

/** Where a fact is written down: the host of an address, or the place in a repository as it stands. */
export function sourceLabel(source: string): { href: string | null; label: string } {
  const url = URL.parse(source);
  if (url === null || !/^https?:$/.test(url.protocol)) return { href: null, label: source };
  return { href: source, label: url.hostname.replace(/^www\./, "") };
}
