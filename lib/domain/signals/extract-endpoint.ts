export const ENDPOINTS = ["agent", "hubble", "operator"] as const;
export type Endpoint = (typeof ENDPOINTS)[number];

/**
 * Whose metric it is by its name, null where that says nothing. Ports 9962, 9965 and 9963 of the chart
 * (install/kubernetes/cilium/values.yaml @ cilium v1.20.0-pre.4: prometheus, hubble.metrics, operator.prometheus).
 */
export function endpointOf(metric: string): Endpoint | null {
  if (metric.startsWith("hubble_")) return "hubble";
  if (metric.startsWith("cilium_operator_")) return "operator";
  return metric.startsWith("cilium_") ? "agent" : null;
}
