import { describe, expect, it } from "vitest";
import { DROPS, gateCellOf, openRegression, runAt, STABLE, signalTestOf } from "@/lib/testing/regression-cases";
import { boardInput } from "@/lib/testing/simulated-board";
import { chanceWords, differenceWords, pointsWords, qWords, ratioWords, shareWords } from "./figure-words";
import { type GateCell, RUN_INTEGRITY } from "./gate-cell";
import { judgeBoard } from "./judge-board";
import { cellKey, type PreviousCell } from "./judged-cell";
import { sentenceOf } from "./sentence";
import type { StoredSignalTest } from "./stored-signal-test";

function gate(told: string, stable = STABLE, cell: Partial<GateCell> = {}, previous?: PreviousCell) {
  const others = Array.from({ length: 20 }, (_, at) =>
    gateCellOf("p".repeat(10), { n: 200, fail: 4, firstTryFail: 4 }, { gateId: `other-${at}` }),
  );
  const key = cellKey("gate", cell.gateId ?? "pod-to-pod", "eu-prod-3");
  const known = new Map(previous === undefined ? [] : [[key, previous]]);
  const [first] = judgeBoard(boardInput([gateCellOf(told, stable, cell), ...others], { previous: known })).cells;
  if (first === undefined) throw new Error("no cell");
  return first;
}

function signal(test: Partial<StoredSignalTest> = {}) {
  const signals = new Map([[DROPS.id, DROPS]]);
  const others = Array.from({ length: 9 }, (_, at) => signalTestOf({ cluster: `c${at}`, p: 0.5 }));
  const [first] = judgeBoard(boardInput([], { signals, signalTests: [signalTestOf(test), ...others] })).cells;
  if (first === undefined) throw new Error("no cell");
  return first;
}

describe("numbers for people", () => {
  it.each([
    [0.00129, "about 1 time in 780"],
    [2.4e-5, "about 1 time in 42,000"],
    [0.4, "about 1 time in 3"],
    [1e-30, "less than 1 time in a billion"],
  ])("a p of %d is %s", (p, words) => {
    expect(chanceWords(p)).toBe(words);
  });

  it.each([
    [0.031, "0.03"],
    [0.004, "0.004"],
    [0.00001, "< 0.001"],
    [0.0503, "0.050"],
    [0.0512, "0.051"],
    [1, "1.00"],
  ])("a q of %d is %s, on the right side of 0.05", (q, words) => {
    expect(qWords(q)).toBe(words);
  });

  it("writes differences, points, ratios and shares", () => {
    expect(differenceWords({ value: 0.28, low: 0.085, high: 0.583 })).toBe("+28 pp (95 % CI +9…+58, Newcombe)");
    expect(differenceWords({ value: -0.1, low: -0.2, high: 0.001 })).toBe("−10 pp (95 % CI −20…0, Newcombe)");
    expect(pointsWords(0.09765)).toBe("9.8 pp");
    expect([13.51, 0.4, 240.4, 1e300].map(ratioWords)).toEqual(["13.5", "0.40", "240", "more than 10,000"]);
    expect([0.999, 0.32, 1].map(shareWords)).toEqual(["99 %", "32 %", "100 %"]);
  });
});

describe("the sentence of a gate", () => {
  it("says runs, chance, correction and difference, with the numbers of the worked example", () => {
    const { sentence, heading } = gate("fffppppppp", { n: 200, fail: 4, firstTryFail: 4 });
    expect(sentence).toBe(
      "3 of 10 runs failed after retries (stable: 4 of 200). If nothing had changed, a result at least this bad would " +
        "appear about 1 time in 780. After correcting for 21 comparisons: q = 0.03. " +
        "Difference +28 pp (95 % CI +9…+58, Newcombe).",
    );
    expect(heading).toBe("Pod to pod encryption, 3 of 10 runs failed on eu-prod-3");
  });

  it("says what carries the failures", () => {
    const { card, title } = gate("fffppppppp");
    const explains = [{ label: "kernel", value: "5.10", share: 11 / 12, expected: 0.3, q: 0.002 }];
    expect(sentenceOf(card, title, { explains })).toMatch(
      /92 % of the failures are on kernel 5\.10, which has 30 % of the runs\.$/,
    );
  });

  it("says what is ruled out, never that nothing is wrong", () => {
    expect(gate("p".repeat(30)).sentence).toBe(
      "0 of 30 runs failed; the data rule out a failure rate more than 8.3 pp above stable (95 %).",
    );
    expect(gate("ppppp").sentence).toBe(
      "0 of 5 runs failed; that still allows a failure rate of up to 45 % (95 %). 25 more clean runs would prove it no worse.",
    );
    expect(gate("ppp").sentence).toMatch(/ 2 more clean runs? /);
  });

  it.each<[string, string, Partial<GateCell>, RegExp]>([
    [
      "never",
      "f",
      { neverFail: { what: "Panic", runId: "run-0", at: "", runs: 1 } },
      /^Panic in 1 run\. One occurrence/,
    ],
    ["rounds", "ffp", { gateId: RUN_INTEGRITY }, /^2 of 3 rounds failed as a whole/],
    ["first try", "kkkkpppppp", {}, /^4 of 10 runs failed at the first try/],
    ["suspect", "fppppppppp", {}, /Not enough to call it worse\. It is looked at again at n=20\.$/],
    ["nothing", "", {}, /^No run with the candidate\.$/],
    ["quarantine", "qqp", {}, /^2 of 3 runs belong to rounds that failed as a whole/],
    ["incomparable", "fffff", { incomparable: ["Helm values differ."] }, /^Not compared\. Helm values differ\.$/],
    ["stale", "p".repeat(30), { staleAt: "2026-06-01T00:00:00.000Z" }, /too old to prove anything now\.$/],
  ])("%s", (_what, told, cell, words) => {
    expect(gate(told, STABLE, cell).sentence).toMatch(words);
  });

  it("says what a claimed fix still needs", () => {
    const previous = openRegression({ fixClaimedAt: runAt(10) });
    expect(gate("fffppppppppp", STABLE, {}, previous).sentence).toBe(
      "A fix was claimed; 7 more clean runs are needed to prove it.",
    );
    expect(gate("fffpppppppppf", STABLE, {}, previous).sentence).toMatch(
      /^It failed again after the fix was claimed\./,
    );
  });

  it("says that there is nothing to compare with", () => {
    expect(gate("pppppppppp", { n: 0, fail: 0, firstTryFail: 0 }).sentence).toBe(
      "0 of 10 runs failed; no stable runs, too few to compare with.",
    );
  });
});

describe("the sentence of a signal", () => {
  it("says both sides, chance, correction, ratio and what carries it", () => {
    const judged = signal();
    expect(judged.heading).toBe("Packet drops other than policy, 13.5 times baseline on eu-prod-3");
    const explains = [{ label: "kernel", value: "5.15.0-1089-azure", share: 0.99, expected: 0.32, q: 0.002 }];
    const { notes: _notes, ...card } = judged.card;
    expect(sentenceOf({ ...card, notes: [] }, judged.title, { display: DROPS.display, explains })).toBe(
      "41.8 per 100,000 packets over 24 hours (baseline, same hours of the day: 3.1 per 100,000 packets). " +
        "If nothing had changed, a result at least this bad would appear about 1 time in 42,000. " +
        "After correcting for 10 comparisons: q < 0.001. Ratio ×13.5 (95 % CI ×9.8 to ×18.6). " +
        "99 % of the excess is on kernel 5.15.0-1089-azure, which carries 32 % of the traffic.",
    );
  });

  it("says what the window could have shown", () => {
    const quiet = { estimate: { ratio: 1, low: 0.9, high: 1.1 }, p: 0.9, upperRatio: 1.12 };
    expect(signal(quiet).sentence).toMatch(/rule out a rise of 1\.25 times .* a change of ×1\.4 and more\.$/);
    expect(signal({ ...quiet, upperRatio: 1.6 }).sentence).toMatch(/Too little to tell\. This window can show/);
  });

  it("says what is new, what is beyond a limit, and what is silent", () => {
    const novel = [{ segment: { label: "reason", value: "Invalid source" }, x: 12 }];
    expect(signal({ p: null, novel }).sentence).toBe("Never seen with the baseline: reason Invalid source (12).");
    const guardrail = { level: "fail" as const, value: 0.95, limit: 0.9, summary: "The NAT table is 95 % full." };
    expect(signal({ guardrail }).sentence).toMatch(/^The NAT table is 95 % full\./);
    const comparability = { state: "STALE" as const, reasons: ["Nothing for 5 h."], knownChanges: [] };
    expect(signal({ p: null, comparability }).sentence).toBe(
      "It was measured with the candidate and fell silent. Nothing for 5 h.",
    );
  });
});

it("no sentence speaks of the probability of a regression", () => {
  const told = ["fffppppppp", "fppppppppp", "kkkkpppppp", "p".repeat(30), "ppppp", ""].map(
    (runs) => gate(runs).sentence,
  );
  for (const sentence of [...told, signal().sentence]) expect(sentence).not.toMatch(/probab|chance of|confiden/i);
});
