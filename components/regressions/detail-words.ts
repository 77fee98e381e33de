import { REGRESSION_STATE_PRESENTATION } from "@/components/status/cell-presentation";
import type { Presentation } from "@/components/status/status-presentation";
import { SEVERITY_PRESENTATION } from "@/components/status/status-presentation";
import type { RegressionDetailDto, RegressionDto } from "@/lib/domain/regressions/dto";
import { ratioWords } from "@/lib/domain/regressions/figure-words";

type Titled = Pick<RegressionDetailDto, "title" | "cluster" | "kind" | "direction" | "effect" | "cellState" | "card">;

function gateWords({ title, card }: Titled): string {
  if (card.channel === "never-fail") return `${title}: something that must never fail`;
  const { x, n, flaky } = card.candidate;
  if (card.channel === "first-try" && n !== null)
    return `${title} passed only on a retry in ${flaky ?? 0} of ${n} runs`;
  if (x === null || n === null || n === 0) return title;
  return `${title} failed ${x} of ${n} runs`;
}

function signalWords({ title, direction, effect, card }: Titled): string {
  if (card.channel === "guardrail") return `${title}, beyond its limit`;
  if (card.channel === "novelty") return `${title}: something that never occurred with the baseline`;
  if (effect === null || !(effect > 0)) return title;
  if (direction === "down") return `${title}, ${ratioWords(effect)} of baseline`;
  return `${title}, ${ratioWords(effect)} times baseline`;
}

/** What got worse, by how much and where: the page's headline. */
export function detailTitle(regression: Titled): string {
  const words = regression.kind === "gate" ? gateWords(regression) : signalWords(regression);
  return `${words} on ${regression.cluster}`;
}

type Standing = Pick<RegressionDto, "state" | "severity" | "waived" | "cluster">;

/** What it does to its cluster now, with its shape: "blocks eu-prod-3". */
export function standingOf({ state, severity, waived, cluster }: Standing): { mark: Presentation; words: string } {
  if (state === "resolved" || state === "dismissed") {
    const mark = REGRESSION_STATE_PRESENTATION[state];
    return { mark, words: `${mark.word}, holds nothing on ${cluster}` };
  }
  if (waived) return { mark: SEVERITY_PRESENTATION.risk, words: `waived on ${cluster}` };
  if (severity === "blocks") return { mark: SEVERITY_PRESENTATION.blocks, words: `blocks ${cluster}` };
  return { mark: SEVERITY_PRESENTATION.risk, words: `is a risk for ${cluster}` };
}

const ENDINGS = {
  "verified-fixed": "Clean evidence proves that it is gone.",
  "rolled-off-unproven": "Its evidence grew too old; nothing proves that it is fixed.",
  "superseded-by-candidate": "A newer candidate took its place; it was not proven to be fixed.",
  infra: "It was the platform, not the candidate.",
  dismissed: "Somebody decided that it is not real.",
} as const satisfies Record<NonNullable<RegressionDto["closeReason"]>, string>;

/** How it ended, in a sentence; null while it is alive. */
export function endingWords({ state, closeReason }: Pick<RegressionDto, "state" | "closeReason">): string | null {
  if (state === "open" || state === "acknowledged") return null;
  return closeReason === null ? ENDINGS.dismissed : ENDINGS[closeReason];
}
