import semver from "semver";
import { AGENTS } from "@/lib/domain/signals/catalogue/measures";
import {
  coverageQuery,
  hourQuery,
  type PulledSource,
  type PullScope,
  versionsQuery,
} from "@/lib/domain/signals/pull-queries";
import { HOUR_MS } from "@/lib/domain/signals/signal-rules";
import type { HourAsker, HourValues } from "./pull-answers";

/** What is known of an hour before any signal is asked for. */
export interface AskedHour {
  hour: Date;
  /** The versions that agents ran, as they say themselves; more than one is a transition. */
  versions: readonly string[];
  agents: number;
  /** By source; null: there was no target of it in the hour. */
  coverage: Record<PulledSource, number | null>;
}

/** Below this share of the hour, what is new and what was not seen before cannot be told apart. */
const COMPLETE = 0.95;

export function isComplete({ coverage }: AskedHour): boolean {
  return Object.values(coverage).every((share) => share === null || share >= COMPLETE);
}

/** Asks what ran in each hour and how well it was scraped. @throws PrometheusError also for a query that is refused */
export async function askFacts(asker: HourAsker, scope: PullScope, hours: readonly Date[]): Promise<AskedHour[]> {
  const [byVersion, agents, agent, hubble] = await Promise.all([
    asker.required(versionsQuery(scope)),
    asker.whole(hourQuery(AGENTS, scope)),
    coverage(asker, "agent", scope),
    coverage(asker, "hubble", scope),
  ]);
  return hours.map((hour) => {
    const at = hour.getTime();
    const here = byVersion.filter(({ samples }) =>
      samples.some((sample) => Math.round(sample.at * 1000) === at + HOUR_MS),
    );
    const versions = new Set(here.flatMap(({ labels }) => versionOf(labels.version) ?? []));
    return {
      hour,
      versions: [...versions].sort(semver.compare),
      agents: agents.get(at) ?? 0,
      coverage: { agent: shareAt(agent, at), hubble: shareAt(hubble, at) },
    };
  });
}

async function coverage(asker: HourAsker, source: PulledSource, scope: PullScope): Promise<HourValues> {
  const query = coverageQuery(source, scope);
  await asker.required(query);
  return asker.whole(query);
}

function shareAt(values: HourValues, at: number): number | null {
  const share = values.get(at);
  return share === undefined || Number.isNaN(share) ? null : Math.min(1, Math.max(0, share));
}

/** `v1.19.6` and `1.19.6 0123abc 2026-…` are both 1.19.6. */
function versionOf(text: string | undefined): string | null {
  const [first = ""] = (text ?? "").trim().split(" ");
  return semver.valid(first.replace(/^v/, ""));
}
