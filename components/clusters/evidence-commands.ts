import { api } from "@/lib/routes";

interface Target {
  cluster: string;
  /** Where the product is reached. */
  publicUrl: string;
}

/** Gathers a report on the node it is run on and sends it. */
export function nodeReportCommand({ cluster, publicUrl }: Target): string {
  return `curl -fsS ${publicUrl}/collect-node.sh -o collect-node.sh
sudo WAGGLE_TOKEN="$WAGGLE_TOKEN" sh collect-node.sh --server ${publicUrl} --cluster ${cluster}`;
}

/** Runs the connectivity suite and sends its report. */
export function gateRunCommand({ cluster, release, publicUrl }: Target & { release: string }): string {
  return `cilium connectivity test --junit-file report.xml
curl -fsS '${publicUrl}${api.gateRuns({ cluster, release, gate: "connectivity-suite" })}' \\
  -H "Authorization: Bearer $WAGGLE_TOKEN" \\
  -H "Content-Type: application/xml" \\
  --data-binary @report.xml`;
}

/** Sends one scrape of the agent's metrics; two of them give increments. */
export function metricsCommand({ cluster, release, publicUrl }: Target & { release: string }): string {
  return `curl -fsS http://localhost:9962/metrics | curl -fsS '${publicUrl}${api.metrics({ cluster, release })}' \\
  -H "Authorization: Bearer $WAGGLE_TOKEN" \\
  -H "Content-Type: text/plain; version=0.0.4" \\
  --data-binary @-`;
}
