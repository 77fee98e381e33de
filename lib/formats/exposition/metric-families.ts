import type { ExpositionFormat, MetricType, Sample } from "./exposition";
import type { Metadata } from "./parse-metadata";

/** The suffixes that OpenMetrics 1.0 gives the samples of a family, by its type; "" is the family's own name. */
const SUFFIXES: Readonly<Record<MetricType, readonly string[]>> = {
  counter: ["_total", "_created"],
  gauge: [""],
  histogram: ["_bucket", "_count", "_sum", "_created", ""],
  gaugehistogram: ["_bucket", "_gcount", "_gsum", ""],
  summary: ["", "_count", "_sum", "_created"],
  info: ["_info"],
  stateset: [""],
  unknown: [""],
  untyped: [""],
};
const ALL_SUFFIXES = [...new Set(Object.values(SUFFIXES).flat())].filter((suffix) => suffix !== "");

/** What TYPE and UNIT said so far, and what does not go with it. Every check returns a refusal or null. */
export class MetricFamilies {
  readonly types = new Map<string, MetricType>();
  private readonly seen = new Set<string>();

  constructor(private readonly format: ExpositionFormat) {}

  addMetadata(metadata: Metadata): string | null {
    if (metadata.kind === "unit") {
      const { family, unit } = metadata;
      return unit === "" || family.endsWith(`_${unit}`) ? null : `the name of ${family} does not end with its unit`;
    }
    if (metadata.kind !== "type") return null;
    const { family, type } = metadata;
    if (this.types.has(family)) return `a second TYPE of ${family}`;
    if (this.seen.has(family)) return `TYPE of ${family} after its samples`;
    if (type === "untyped" && this.format === "openmetrics") return "OpenMetrics says unknown instead of untyped";
    this.types.set(family, type);
    return null;
  }

  addSample(sample: Sample): string | null {
    this.seen.add(sample.name);
    if (this.format === "prometheus") return null;
    const found = this.familyOf(sample.name);
    if (found === null) return null;
    if (!SUFFIXES[found.type].includes(found.suffix)) {
      return `a ${found.type} has no sample ${sample.name}`;
    }
    return misfit(sample, found);
  }

  private familyOf(name: string): { family: string; type: MetricType; suffix: string } | null {
    const own = this.types.get(name);
    if (own !== undefined) return { family: name, type: own, suffix: "" };
    for (const suffix of ALL_SUFFIXES) {
      if (!name.endsWith(suffix)) continue;
      const family = name.slice(0, -suffix.length);
      const type = this.types.get(family);
      if (type !== undefined) return { family, type, suffix };
    }
    return null;
  }
}

/** OpenMetrics 1.0, "Metric Types": what values and labels the samples of a type have. */
function misfit(sample: Sample, { family, type, suffix }: { family: string; type: MetricType; suffix: string }) {
  const { value, labels } = sample;
  if (suffix === "_bucket" && !labels.has("le")) return "a bucket without le";
  if (type === "info" && value !== 1) return "an info has the value 1";
  if (type === "stateset") {
    if (!labels.has(family)) return `a state of ${family} has no label ${family}`;
    return value === 0 || value === 1 ? null : "a state has the value 0 or 1";
  }
  const counts = type === "counter" || (type === "histogram" && (suffix === "_bucket" || suffix === "_count"));
  if (counts && suffix !== "_created" && !(value !== null && value >= 0))
    return "a counter is not negative and not NaN";
  if (type === "histogram" && suffix === "" && value !== null) return "a histogram has no sample without suffix";
  return null;
}
