import { SIGNALS } from "./catalogue/catalogue";
import type { Signal } from "./signal";
import type { SignalBlock } from "./signal-block";
import { signalMetrics } from "./signal-metrics";

const PART = /_(?:bucket|sum|count)$/;

const familyOf = (metric: string) => metric.replace(PART, "");

/** The histograms of the catalogue. */
const FAMILIES: ReadonlySet<string> = new Set(
  SIGNALS.flatMap(signalMetrics).flatMap((metric) => (metric.endsWith("_bucket") ? [familyOf(metric)] : [])),
);

/** The histogram that a signal is made of; null for most. */
export function histogramOf(signal: Signal): string | null {
  return (
    signalMetrics(signal)
      .map(familyOf)
      .find((family) => FAMILIES.has(family)) ?? null
  );
}

/**
 * In which form the histograms of a document are. One that is native only has in Prometheus text no bucket but the one
 * without bound, and in OpenMetrics 2.0 a composite value.
 */
export class HistogramForms {
  private readonly classic = new Set<string>();
  private readonly native = new Set<string>();

  take({ name, labels, value }: { name: string; labels: ReadonlyMap<string, string>; value: number | null }): void {
    const family = familyOf(name);
    if (!FAMILIES.has(family)) return;
    const isBound = name.endsWith("_bucket") && Number.isFinite(Number(labels.get("le")));
    if (isBound) this.classic.add(family);
    else if (value === null || name.endsWith("_bucket")) this.native.add(family);
  }

  formOf(signal: Signal): SignalBlock["form"] {
    const family = histogramOf(signal);
    if (family === null) return null;
    if (this.classic.has(family)) return "classic";
    return this.native.has(family) ? "native" : null;
  }
}
