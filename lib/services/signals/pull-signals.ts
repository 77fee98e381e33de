import { SIGNALS } from "@/lib/domain/signals/catalogue/catalogue";
import { hourQuery, type PullScope, pulledLabels, topQuery } from "@/lib/domain/signals/pull-queries";
import type { HourAnswer } from "@/lib/domain/signals/pulled-block";
import { correctedRingLoss } from "@/lib/domain/signals/ring-buffer-loss";
import type { Signal } from "@/lib/domain/signals/signal";
import { hasOwnExposure } from "@/lib/domain/signals/signal-metrics";
import type { HourAsker, HourValues, LabelValues } from "./pull-answers";

/** The answers about one signal, of all hours asked for. */
export interface SignalAnswers {
  signal: Signal;
  x: HourValues;
  exposure: HourValues;
  labels: readonly { label: string; x: LabelValues; exposure: LabelValues | null }[];
}

/** Every signal of the catalogue, whole and by its labels. Queries wait for their turn in the client. */
export async function askSignals(asker: HourAsker, scope: PullScope): Promise<SignalAnswers[]> {
  return Promise.all(SIGNALS.map((signal) => askSignal(asker, signal, scope)));
}

async function askSignal(asker: HourAsker, signal: Signal, scope: PullScope): Promise<SignalAnswers> {
  const { numerator, denominator } = signal;
  const several = numerator.terms.every((term) => term.fold === "max") ? "max" : "sum";
  const [x, exposure] = await Promise.all([
    asker.whole(hourQuery(numerator, scope), several),
    denominator === null ? NOTHING : asker.whole(hourQuery(denominator, scope)),
  ]);
  // What is not there at all has no labels either.
  const labels = x.size === 0 ? [] : pulledLabels(signal);
  const looks = labels.map(async (label) => {
    const name = label === "node" ? scope.nodeLabel : label;
    return {
      label,
      x: await asker.byLabel(topQuery(numerator, scope, label), name),
      exposure:
        denominator !== null && hasOwnExposure(signal, label)
          ? await asker.byLabel(hourQuery(denominator, scope, label), name)
          : null,
    };
  });
  return { signal, x, exposure, labels: await Promise.all(looks) };
}

const NOTHING: HourValues = new Map();

/** The answers about one hour. */
export function answerAt({ x, exposure, labels }: SignalAnswers, at: number): HourAnswer {
  return {
    x: x.get(at),
    exposure: exposure.get(at),
    segments: labels.flatMap((look) =>
      [...look.x].flatMap(([value, hours]) => {
        const count = hours.get(at);
        if (count === undefined) return [];
        return [{ label: look.label, value, x: count, exposure: look.exposure?.get(value)?.get(at) }];
      }),
    ),
  };
}

/** The share of Hubble's events that were lost in an hour, without what the ring buffer makes up; null: not known. */
export function lostShare(
  answers: readonly SignalAnswers[],
  at: number,
  of: { version: string; agents: number },
): number | null {
  const find = (id: string) => answers.find(({ signal }) => signal.id === id);
  const events = find("lost_ring")?.exposure.get(at);
  if (events === undefined || !(events > 0)) return null;
  const counted = (id: string) => find(id)?.x.get(at) ?? 0;
  const ring = correctedRingLoss(counted("lost_ring"), { ...of, seconds: 3600 });
  const share = (counted("lost_queue") + counted("lost_perf") + ring) / events;
  return Number.isFinite(share) ? Math.min(1, share) : null;
}

const DURATIONS = /^hubble_http_request_duration_seconds/;

/** Whether the signal is made of a histogram, so that the form it was written in matters. */
export function isOfHistogram(signal: Signal): boolean {
  return signal.numerator.terms.some((term) => DURATIONS.test(term.metric));
}

/** The form of the histograms of an hour; null where there are none. */
export function histogramForm(answers: readonly SignalAnswers[], at: number): "classic" | "native" | null {
  const has = (id: string) => Number.isFinite(answers.find(({ signal }) => signal.id === id)?.x.get(at) ?? Number.NaN);
  if (has("http_p99_native")) return "native";
  return has("http_p99_bucket") ? "classic" : null;
}
