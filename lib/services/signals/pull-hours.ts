import type { WholeBlock } from "@/lib/db/signal-blocks";
import type { PullScope } from "@/lib/domain/signals/pull-queries";
import { type PulledBlock, pulledBlock, transitionBlock } from "@/lib/domain/signals/pulled-block";
import type { Signal } from "@/lib/domain/signals/signal";
import type { PrometheusClient } from "@/lib/prometheus/client";
import { askHours } from "./pull-answers";
import { type AskedHour, askFacts, isComplete } from "./pull-facts";
import { answerAt, askSignals, histogramForm, isOfHistogram, lostShare, type SignalAnswers } from "./pull-signals";

/** What was pulled for one release. */
export interface PulledRelease {
  version: string;
  blocks: WholeBlock[];
}

export interface PulledHours {
  releases: PulledRelease[];
  /** Sentences about what could not be read; the hours are done all the same. */
  warnings: string[];
}

/** What the cluster is taken to be where its metrics do not say. */
export interface PullQuestion {
  hours: readonly Date[];
  scope: Omit<PullScope, "complete">;
  installedRelease: string | null;
  /** Signals that were seen before: their absence is written down. */
  measured: ReadonlySet<string>;
}

/** Asks for hours on end and makes blocks of the answers. @throws PrometheusError */
export async function pullHours(client: PrometheusClient, question: PullQuestion): Promise<PulledHours> {
  const warnings = new Set<string>();
  const facts = await askFacts(askHours(client, question.hours), { ...question.scope, complete: true }, question.hours);
  const byVersion = new Map<string, WholeBlock[]>();
  for (const group of groupsOnEnd(facts)) {
    const asker = askHours(
      client,
      group.map(({ hour }) => hour),
    );
    const answers = await askSignals(asker, { ...question.scope, complete: group.every(isComplete) });
    for (const asked of group) {
      const versions = releasesOf(asked, question.installedRelease);
      const trouble = troubleOf(asked, versions);
      if (trouble !== null) warnings.add(trouble);
      for (const version of versions) {
        const blocks = blocksOf(asked, answers, { version, mixed: versions.length > 1, measured: question.measured });
        byVersion.set(version, [...(byVersion.get(version) ?? []), ...blocks]);
      }
    }
    for (const refusal of asker.refusals) warnings.add(refusal);
  }
  return { releases: [...byVersion].map(([version, blocks]) => ({ version, blocks })), warnings: [...warnings] };
}

/** Hours that follow one another and are asked for in the same way. */
function groupsOnEnd(facts: readonly AskedHour[]): AskedHour[][] {
  const groups: AskedHour[][] = [];
  for (const asked of facts) {
    const last = groups.at(-1);
    const before = last?.at(-1);
    if (last !== undefined && before !== undefined && isComplete(before) === isComplete(asked)) last.push(asked);
    else groups.push([asked]);
  }
  return groups;
}

function releasesOf({ versions, coverage }: AskedHour, installed: string | null): readonly string[] {
  if (versions.length > 0) return versions;
  return installed !== null && coverage.hubble !== null ? [installed] : [];
}

function troubleOf({ coverage }: AskedHour, versions: readonly string[]): string | null {
  if (coverage.agent === null && coverage.hubble === null) {
    return versions.length === 0
      ? "There are no metrics of Cilium under this selector."
      : "There is no `up` beside the metrics of Cilium, so nothing tells whether they were scraped.";
  }
  return versions.length === 0 ? "Nothing tells which release ran: neither cilium_version nor the cluster." : null;
}

function blocksOf(
  asked: AskedHour,
  answers: readonly SignalAnswers[],
  of: { version: string; mixed: boolean; measured: ReadonlySet<string> },
): WholeBlock[] {
  const at = asked.hour.getTime();
  const lost = lostShare(answers, at, { version: of.version, agents: asked.agents });
  const form = histogramForm(answers, at);
  return answers.flatMap((answer): WholeBlock[] => {
    const { signal } = answer;
    const coverage = coverageOf(asked, signal);
    const block = pulledBlock(signal, answerAt(answer, at), {
      hour: asked.hour,
      version: of.version,
      agents: asked.agents,
      coverage,
      lost: signal.source === "hubble" ? lost : null,
      form: isOfHistogram(signal) ? form : null,
    });
    if (!isWorthKeeping(block, of.measured.has(signal.id) && coverage !== null)) return [];
    return [{ signal: signal.id, ...(of.mixed ? transitionBlock(asked.hour) : block) }];
  });
}

/** What the server itself exports is seen wherever the agents are. */
function coverageOf({ coverage }: AskedHour, { source }: Signal): number | null {
  return source === "hubble" ? coverage.hubble : coverage.agent;
}

/** What was never there is not written down, hour by hour; what vanished is. */
function isWorthKeeping(block: PulledBlock, seenBefore: boolean): boolean {
  return block.x !== null || block.exposure !== null || seenBefore;
}
