import { isAmber, isRed } from "./cell-state";
import { decideSignal, type SignalDecision } from "./decide-signal";
import { type BoardInput, cellKey, type JudgedCell, levelNow, type PreviousCell, type SignalMeta } from "./judged-cell";
import { sentenceOf, titleOf } from "./sentence";
import { signalCard } from "./signal-card";
import type { StoredSignalTest } from "./stored-signal-test";
import type { CellWaivers } from "./waive-cell";

export interface SignalBoardContext {
  input: Pick<BoardInput, "release" | "baseline" | "now" | "previous" | "calibrated">;
  compared: number;
  waivers: CellWaivers;
  /** Clusters from which some signal came with the candidate. */
  speaking: ReadonlySet<string>;
  /** Signals whose rise the release notes announce. */
  announced: ReadonlySet<string>;
}

export interface SignalCell {
  test: StoredSignalTest;
  meta: SignalMeta;
  q: number;
}

function isOpenRed(previous: PreviousCell | null): boolean {
  const regression = previous?.regression ?? null;
  const isOpen = regression?.state === "open" || regression?.state === "acknowledged";
  return isOpen && regression !== null && isRed(regression.cellState);
}

/** A red holds a cluster up only where the rules were proven on it; a limit holds everywhere. */
function severityOf(state: JudgedCell["state"], channel: SignalDecision["channel"], isCalibrated: boolean) {
  if (isRed(state)) return channel === "guardrail" || isCalibrated ? "blocks" : "risk";
  return isAmber(state) || state === "WAIVED" ? "risk" : null;
}

/** It was measured with the candidate, or with the baseline where other signals still come, and is silent now. */
function isDark(
  { candidate, baseline, comparability: { state }, cluster }: StoredSignalTest,
  speaking: ReadonlySet<string>,
) {
  if (state === "STALE") return true;
  return state === "NO_DATA" && (candidate !== null || (baseline !== null && speaking.has(cluster)));
}

/** Judges one signal of one cluster with the q-value the board gives it. */
export function judgeSignalCell({ test, meta, q }: SignalCell, context: SignalBoardContext): JudgedCell {
  const { input, waivers } = context;
  const previous = input.previous.get(cellKey("signal", test.signalId, test.cluster)) ?? null;
  const decision = decideSignal(test, meta, {
    q,
    isOpen: isOpenRed(previous),
    isNamedTightening: (test.estimate?.ratio ?? 1) > 1 && context.announced.has(test.signalId),
  });
  const { state: unwaived, channel } = decision;
  const isCalibrated = input.calibrated.has(test.cluster);
  const card = signalCard(
    test,
    { meta, decision },
    {
      ...input,
      state: unwaived,
      previousState: previous?.state ?? null,
      blocks: severityOf(unwaived, channel, isCalibrated) === "blocks",
      q,
      compared: context.compared,
      uncalibrated: isRed(unwaived) && channel !== "guardrail" && !isCalibrated,
    },
  );
  const ratio = card.estimate?.measure === "ratio" ? card.estimate.value : null;
  const level = { x: null, n: null, ratio };
  const now = levelNow({ level, card });
  const waiver = waivers.covering({
    kind: "signal",
    subject: test.signalId,
    cluster: test.cluster,
    unwaived,
    channel,
    now,
  });
  const state = waiver === null ? unwaived : "WAIVED";
  const severity = severityOf(state, channel, isCalibrated);
  return {
    cluster: test.cluster,
    kind: "signal",
    subject: test.signalId,
    title: meta.title,
    area: meta.area,
    state,
    unwaived,
    severity,
    waiver,
    direction: (ratio ?? 1) < 1 ? "down" : "up",
    baselineValue: test.baseline?.value ?? null,
    candidateValue: test.candidate?.value ?? null,
    effect: card.estimate?.value ?? null,
    p: test.p,
    q: card.q,
    level,
    verification: null,
    worseThanDismissed: waivers.isWorseThanDismissed(previous, now),
    dark: isDark(test, context.speaking),
    dueAt: waivers.dueAt(waiver, null),
    failedRunIds: [],
    explains: [],
    heading: titleOf(card, meta.title, { display: meta.display }),
    sentence: sentenceOf(card, meta.title, { display: meta.display }),
    card: { ...card, state, blocks: severity === "blocks" },
  };
}
