import type { DemoCluster } from "@/sandbox/fleet/cluster";
import type { Format } from "@/sandbox/wire/write-run";

/** A case as a suite plans it, before it is run. */
export interface PlannedCase {
  group: string;
  name: string;
  /** How long it usually takes. */
  seconds: number;
  /** Why it is not run here. */
  skipped?: string;
}

/** What produces the runs of one gate. */
export interface Suite {
  gate: string;
  format: Format;
  /** What the tool calls the whole. */
  title: string;
  /** The tool's own arguments, where its report carries them. */
  args?: readonly string[];
  /** The cases on one cluster, in their order. */
  plan: (cluster: DemoCluster) => PlannedCase[];
}

/** Cases of one group that take about the same time. */
export function casesOf(group: string, names: readonly string[], seconds: number): PlannedCase[] {
  return names.map((name) => ({ group, name, seconds }));
}

/** Every name for every subject, as parametrised tests are called: `test_lookup[node-1]`. */
export function forEach(names: readonly string[], subjects: readonly string[]): string[] {
  return names.flatMap((name) => subjects.map((subject) => `${name}[${subject}]`));
}
