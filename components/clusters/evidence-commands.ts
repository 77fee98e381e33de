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
