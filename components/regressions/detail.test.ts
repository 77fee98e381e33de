import { describe, expect, it } from "vitest";
import { emphasise } from "./detail-emphasis";
import { evidenceRows, probabilityWords, volumeWords } from "./detail-evidence-rows";
import { linkedGate, positionOf } from "./detail-order";
import { detailTitle, endingWords, standingOf } from "./detail-words";
import { GATE_REGRESSION, SIGNAL_REGRESSION } from "./fixtures/details";

const strong = (sentence: string, explains: { label: string; value: string }[] = []) =>
  emphasise(sentence, explains)
    .filter((part) => part.strong)
    .map(({ text }) => text);

describe("emphasise", () => {
  it("picks out the odds, the corrected figure and what carries it", () => {
    expect(strong(SIGNAL_REGRESSION.sentence, SIGNAL_REGRESSION.explains)).toEqual([
      "1 time in 41,000",
      "q = 0.004",
      "99 % of the excess is on kernel 5.15.0-1089-azure",
    ]);
  });

  it("never changes the text", () => {
    const parts = emphasise(SIGNAL_REGRESSION.sentence, SIGNAL_REGRESSION.explains);
    expect(parts.map(({ text }) => text).join("")).toBe(SIGNAL_REGRESSION.sentence);
  });

  it("picks out nothing in a sentence without figures", () => {
    expect(strong("Hubble stopped sending while the cluster runs the candidate.")).toEqual([]);
  });

  it("does not take in a value that stands in another clause", () => {
    expect(strong("It began on eu. q = 0.03.", [{ label: "kernel", value: "eu" }])).toEqual(["q = 0.03"]);
  });
});

describe("words", () => {
  it("says what got worse, by how much and where", () => {
    expect(detailTitle(SIGNAL_REGRESSION)).toBe("Drops other than policy, 13.5 times baseline on eu-prod-3");
    expect(detailTitle(GATE_REGRESSION)).toBe("Connectivity suite failed 3 of 10 runs on eu-prod-3");
  });

  it("says what it does to its cluster, and that an ended one does nothing", () => {
    expect(standingOf(SIGNAL_REGRESSION).words).toBe("blocks eu-prod-3");
    expect(standingOf({ ...SIGNAL_REGRESSION, waived: true }).mark.token).toBe("review");
    expect(standingOf({ ...SIGNAL_REGRESSION, state: "resolved" }).mark.token).toBe("ready");
  });

  it("does not call unproven what was proven, nor the other way round", () => {
    expect(endingWords({ state: "resolved", closeReason: "verified-fixed" })).toContain("proves that it is gone");
    expect(endingWords({ state: "resolved", closeReason: "rolled-off-unproven" })).toContain("nothing proves");
    expect(endingWords({ state: "open", closeReason: null })).toBeNull();
  });
});

describe("evidenceRows", () => {
  const display = { scale: 100_000, unit: "per 100,000 packets" };
  const rowsOf = (rows: ReturnType<typeof evidenceRows>) =>
    Object.fromEntries(rows.map(({ label, lines }) => [label, lines]));

  it("shows a signal on the scale of its unit", () => {
    const rows = rowsOf(evidenceRows(SIGNAL_REGRESSION.card, display));
    expect(rows.Candidate?.slice(0, 2)).toEqual(["1.20.0-pre.3, 41.8 per 100k packets", "418,310 of 1 bn"]);
    expect(rows["Ratio, 95 % CI"]?.[0]).toBe("×13.5, ×9.8 to ×18.6");
    expect(rows["p, q"]).toEqual(["0.000024, 0.004", "corrected for 1,368 comparisons"]);
    expect(rows.Thresholds).toEqual(["q 0.05, ratio ×1.5, at least 10 % more, 20 events"]);
  });

  it("shows a gate in failures and points, with what was set aside", () => {
    const rows = rowsOf(evidenceRows(GATE_REGRESSION.card, null));
    expect(rows.Candidate?.slice(0, 3)).toEqual(["1.20.0-pre.3, 30 % failed", "3 of 10", "1 flaky"]);
    expect(rows["Difference, 95 % CI"]?.[0]).toBe("+28 pp, +8.5 to +58.3");
    expect(rows["All clusters"]).toEqual(["p 0.0001, q 0.004", "over 6 clusters"]);
    expect(rows.Look).toEqual(["n=10", "next at n=20"]);
  });

  it("does not speak of a correction or of all clusters where there is only one", () => {
    const alone = { ...GATE_REGRESSION.card, compared: 1, pooled: { p: 0.001, q: 0.001, clusters: 1 } };
    const rows = rowsOf(evidenceRows(alone, null));
    expect(rows["p, q"]).toEqual(["0.0013, 0.031"]);
    expect(rows["All clusters"]).toBeUndefined();
  });

  it("says that there is no baseline instead of leaving it out", () => {
    expect(rowsOf(evidenceRows({ ...GATE_REGRESSION.card, baseline: null }, null)).Baseline).toEqual([
      "none to compare with",
    ]);
  });

  it.each([
    [0.000024, "0.000024"],
    [1.3e-9, "1.3e-9"],
    [0.61, "0.61"],
    [0, "< 1e-300"],
  ])("writes p = %d as %s", (p, words) => {
    expect(probabilityWords(p)).toBe(words);
  });

  it("writes counts that fit", () => {
    expect([418_310, 1e9, 25_300_000, 12.5].map(volumeWords)).toEqual(["418,310", "1 bn", "25.3 m", "12.5"]);
  });
});

describe("position", () => {
  const { events: _, card: __, ...signal } = SIGNAL_REGRESSION;
  const others = ["a", "b", "c"].map((id, at) => ({ ...signal, id, number: at + 1 }));
  const groups = [
    { items: others.slice(0, 2) },
    { items: [{ ...signal, id: "done", state: "resolved" as const }] },
    { items: others.slice(2) },
  ];

  it("counts those that are alive, in the order of the list", () => {
    expect(positionOf("b", groups)).toMatchObject({ at: 2, of: 3, previous: { id: "a" }, next: { id: "c" } });
    expect(positionOf("a", groups).previous).toBeNull();
  });

  it("leads from one that has ended to the first that is alive", () => {
    expect(positionOf("done", groups)).toMatchObject({ at: null, of: 3, previous: null, next: { id: "a" } });
  });

  it("finds the gate that is red on the same cluster and area", () => {
    const gate = { ...signal, id: "gate", kind: "gate" as const };
    expect(linkedGate(signal, [{ items: [{ ...gate, cluster: "other" }, gate] }])?.id).toBe("gate");
    expect(linkedGate(gate, [{ items: [gate] }])).toBeNull();
  });
});
