import { describe, expect, it } from "vitest";
import type { SignalDto } from "@/lib/domain/signals/signal";
import { prepareMarks } from "./chart-marks";
import { timeTicks, timeTickWords, valueTicks } from "./chart-ticks";
import { placeLabels } from "./place-labels";
import { prepareSignalChart } from "./prepare-signal-chart";
import { shortUnit, signalFigure } from "./signal-figures";
import { signalChartSentence, signalTable } from "./signal-table";

const HOUR = 3_600_000;
const START = Date.parse("2026-06-09T08:00:00Z");
const iso = (hour: number) => new Date(START + hour * HOUR).toISOString();
const point = (hour: number, value: number | null) => ({
  at: iso(hour),
  value,
  x: value === null ? null : value * 1e6,
  exposure: 1e6,
  coverage: value === null ? 0 : 1,
});
const display = { scale: 100_000, unit: "per 100,000 packets" };
const rate = { method: "rate", direction: "up", redRatio: 3, absolute: null, display } as const;

/** Four hours of baseline, of which the third is missing; then the candidate, of which hour 6 is missing. */
const series = {
  from: iso(0),
  to: iso(9.5),
  signal: { ...rate },
  baseline: [point(0, 3.1e-5), point(1, 2.9e-5), point(3, 3e-5)],
  candidate: [point(4, 3e-5), point(5, 41.8e-5), point(6, null), point(7, 43e-5), point(8, 40e-5)],
  band: [0, 1, 2, 3, 4, 5, 6, 7, 8].map((hour) => ({ at: iso(hour), middle: 3e-5, low: 2e-5, high: 4e-5 })),
};
const of = (baselineValue: number | null = 3.1e-5) => prepareSignalChart(series, { signal: rate, baselineValue });

describe("prepareSignalChart", () => {
  it("has one row for each whole hour, and none for the hour that still runs", () => {
    expect(of().rows.map(({ hour }) => (hour - START) / HOUR)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    expect(of().to).toBe(START + 9 * HOUR);
  });

  it("keeps gaps as gaps: null, never zero and never the hour before", () => {
    const { rows, gaps } = of();
    expect(rows[2]).toMatchObject({ candidate: null, baseline: null });
    expect(rows[6]).toMatchObject({ candidate: null, baseline: null });
    expect(gaps).toEqual([
      { from: START + 2 * HOUR, to: START + 3 * HOUR, hours: 1 },
      { from: START + 6 * HOUR, to: START + 7 * HOUR, hours: 1 },
    ]);
  });

  it("counts hours that are not in the answer at all as one gap with their neighbours", () => {
    const { gaps } = prepareSignalChart(
      { ...series, candidate: series.candidate.slice(0, 2) },
      { signal: rate, baselineValue: null },
    );
    expect(gaps.at(-1)).toEqual({ from: START + 6 * HOUR, to: START + 9 * HOUR, hours: 3 });
  });

  it("begins with the first hour that is known, so that silence before any data is no gap", () => {
    const { rows, gaps } = prepareSignalChart({ ...series, from: iso(-40) }, { signal: rate, baselineValue: null });
    expect(rows[0]?.hour).toBe(START);
    expect(gaps).toHaveLength(2);
  });

  it("multiplies by the scale that is shown", () => {
    expect(of().rows[5]?.candidate).toBeCloseTo(41.8, 10);
    expect(of().rows[5]?.band).toEqual([expect.closeTo(2, 10), expect.closeTo(4, 10)]);
  });

  it("draws the usual value only where the baseline itself was not measured, and joins the two", () => {
    const { rows } = of();
    expect(rows.slice(0, 2).map(({ usual }) => usual)).toEqual([null, null]);
    expect(rows[3]?.usual).toBe(rows[3]?.baseline);
    expect(rows[5]?.usual).toBeCloseTo(3, 10);
  });

  it("marks hours that no line would reach", () => {
    expect(of().lone.map(({ at, side }) => [side, (at - START) / HOUR])).toEqual([["baseline", 3.5]]);
  });

  it("tells when the baseline came back, and that it did not", () => {
    expect(of().backAt).toBeNull();
    const reverted = {
      ...series,
      candidate: series.candidate.slice(0, 2),
      baseline: [...series.baseline, point(7, 3e-5)],
    };
    expect(prepareSignalChart(reverted, { signal: rate, baselineValue: null }).backAt).toBe(iso(7));
  });

  it("names the red line from the ratio and the baseline", () => {
    expect(of().thresholds).toEqual([{ value: expect.closeTo(9.3, 10), label: "red from 9.3 (3 × baseline)" }]);
    expect(of(null).thresholds).toEqual([]);
  });

  it("does not press the data flat for a limit far above them", () => {
    const signal = { ...rate, absolute: { warn: 0.5, fail: 0.8, rise: null } };
    const { thresholds, beyond, ticks } = prepareSignalChart(series, { signal, baselineValue: null });
    expect(thresholds).toEqual([]);
    expect(beyond).toEqual(["fail at 80,000 per 100k packets", "warn at 50,000 per 100k packets"]);
    expect(ticks.at(-1)).toBe(50);
  });

  it("turns the red line round where less is worse", () => {
    const { thresholds } = prepareSignalChart(series, {
      signal: { ...rate, direction: "down" },
      baselineValue: 3e-4,
    });
    expect(thresholds[0]?.label).toBe("red below 10 (baseline ÷ 3)");
  });

  it("has nothing to draw of a signal that never came in", () => {
    const empty = { ...series, candidate: [], baseline: [], band: [] };
    expect(prepareSignalChart(empty, { signal: rate, baselineValue: null })).toMatchObject({ rows: [], gaps: [] });
  });

  it("says gaps in the table, newest first, and in the sentence", () => {
    const data = of();
    const rows = signalTable(data);
    expect(rows[0]?.slice(0, 2)).toEqual(["9 Jun 16:00", "40"]);
    expect(rows[2]?.[1]).toBe("no data");
    const told = { release: "1.20.0-pre.3", cluster: "eu-prod-3", signal: { title: "Drops", display } };
    expect(signalChartSentence({ ...told, signal: { ...catalogue, ...told.signal } }, data, [])).toBe(
      "Drops of eu-prod-3: 40 per 100,000 packets with 1.20.0-pre.3 at 16:00 UTC; usual 2 to 4; no data for 2 h",
    );
  });
});

const catalogue: SignalDto = {
  ...rate,
  id: "packet_drop_ratio",
  area: "dataplane",
  source: "agent",
  minVolume: 1e6,
  minEvents: 10,
  delta: 0.1,
  explainBy: [],
  numerator: "",
  denominator: null,
  title: "",
  reference: "",
};

describe("marks", () => {
  const span = { from: START, to: START + 9 * HOUR };

  it("writes the onset with its uncertainty, and both ends where they differ", () => {
    const at = { at: iso(5.5), low: iso(5), high: iso(6), label: "" };
    expect(prepareMarks([], at, span)[0]?.label).toBe("onset 13:30 ± 30 min");
    expect(prepareMarks([], { ...at, high: iso(8) }, span)[0]?.label).toBe("onset 13:30 (13:00 to 16:00)");
  });

  it("leaves out what is outside, and names the day where there is more than one", () => {
    const moments = [
      { id: "since", word: "candidate since", at: iso(4) },
      { id: "before", word: "before", at: iso(-1) },
      { id: "never", word: "never", at: null },
    ];
    expect(prepareMarks(moments, null, span).map(({ label }) => label)).toEqual(["candidate since 12:00"]);
    const wide = { from: span.from - 24 * HOUR, to: span.to };
    expect(prepareMarks(moments, null, wide).at(-1)?.label).toBe("candidate since 9 Jun 12:00");
  });

  it("never lays one label over another, nor over the edge", () => {
    const bounds = { left: 0, right: 700 };
    const labels = [
      { id: "since", x: 330, width: 130 },
      { id: "onset", x: 420, width: 140 },
      { id: "detected", x: 500, width: 95 },
      { id: "closed", x: 690, width: 80 },
    ];
    const placed = placeLabels(labels, bounds);
    const spans = placed.map(({ id, x, row, side }) => {
      const { width } = labels.find((label) => label.id === id) ?? { width: 0 };
      return { row, left: side === "right" ? x : x - width, right: side === "right" ? x + width : x };
    });
    for (const [at, a] of spans.entries()) {
      expect(a.left).toBeGreaterThanOrEqual(bounds.left);
      expect(a.right).toBeLessThanOrEqual(bounds.right);
      for (const b of spans.slice(at + 1)) {
        expect(a.row !== b.row || a.right < b.left || b.right < a.left).toBe(true);
      }
    }
  });
});

describe("ticks", () => {
  it.each([
    [45, [0, 10, 20, 30, 40, 50]],
    [0.61, [0, 0.2, 0.4, 0.6, 0.8]],
    [1, [0, 0.2, 0.4, 0.6, 0.8, 1]],
    [0, [0, 1]],
  ])("of values up to %d", (max, ticks) => {
    expect(valueTicks(max)).toEqual(ticks);
  });

  it("of time stand at whole hours and at midnight in UTC", () => {
    const ticks = timeTicks(Date.parse("2026-06-08T11:30:00Z"), Date.parse("2026-06-10T01:00:00Z"), 8);
    expect(ticks.map(timeTickWords)).toEqual(["12:00", "18:00", "9 Jun", "06:00", "12:00", "18:00", "10 Jun"]);
  });
});

describe("figures", () => {
  it("shows no value as a dash and never as zero", () => {
    expect(signalFigure(null, display)).toBe("–");
    expect(shortUnit(display)).toBe("per 100k packets");
  });
});
