import { describe, expect, it } from "vitest";
import type { CellState } from "@/lib/domain/regressions/cell-state";
import type { SignalDto } from "@/lib/domain/signals/signal";
import { signalCounts, signalLevelWords, splitSignals } from "./signal-words";

const item = (id: string, state: CellState) => ({ state, signal: { id } });
const signal: SignalDto = {
  id: "nat_saturation",
  title: "NAT ports in use",
  area: "dataplane",
  source: "agent",
  direction: "up",
  method: "rate",
  minVolume: 1,
  minEvents: 1,
  delta: 0.1,
  redRatio: 2,
  absolute: { warn: 0.5, fail: 0.8, rise: null },
  explainBy: [],
  display: { scale: 1, unit: "share of ports" },
  numerator: "",
  denominator: null,
  reference: "",
};

describe("signalLevelWords", () => {
  it("holds a level against its limit, a rate against its baseline", () => {
    const values = { candidateValue: 0.61, baselineValue: 0.2 };
    expect(signalLevelWords({ signal, ...values })).toBe("0.61, baseline 0.2");
    expect(signalLevelWords({ signal: { ...signal, method: "absolute" }, ...values })).toBe("0.61, warn at 0.5");
  });

  it("never writes what was not measured as zero", () => {
    const none = { candidateValue: null, baselineValue: null };
    expect(signalLevelWords({ signal: { ...signal, absolute: null }, ...none })).toBe("not measured, no baseline");
  });
});

describe("signals of a cluster", () => {
  const items = [
    item("a", "REGRESSED"),
    item("b", "SUSPECT"),
    ...["c", "d", "e", "f", "g"].map((id) => item(id, "CLEAN")),
    item("h", "NO_DATA"),
  ];

  it("counts what proves nothing apart from what is clean", () => {
    expect(signalCounts(items)).toBe("1 worse, 1 to decide, 5 clean, 1 not proven");
  });

  it("folds all but two rows, never one that is worse, nor the one that is open", () => {
    expect(splitSignals(items, null).folded.map(({ signal: { id } }) => id)).toEqual(["g", "h"]);
    expect(splitSignals(items, "h").shown.at(-1)?.signal.id).toBe("h");
    const allRed = ["a", "b", "c", "d", "e", "f", "g"].map((id) => item(id, "REGRESSED"));
    expect(splitSignals(allRed, null).folded).toEqual([]);
  });
});
