import { describe, expect, it } from "vitest";
import { afterHours, BASELINE_HOURS, blocks, cellFacts, RATE, steady } from "./fixtures/signal-facts";
import { testSignal } from "./judge-signal";
import type { Segment, SignalCellFacts } from "./signal-block";

const none = blocks(-BASELINE_HOURS, BASELINE_HOURS, () => ({ x: 0 }));
const seen = blocks(-BASELINE_HOURS, BASELINE_HOURS, steady(20));
const now = afterHours(24);
const hourly = blocks(0, 25, () => ({ x: 1 }));
const once = blocks(0, 25, (nth) => ({ x: nth === 4 ? 9 : 0 }));
const reason = (value: string, candidate = hourly, baseline = none) => ({
  segment: { label: "reason", value },
  candidate,
  baseline,
});
const known = reason("CT_TRUNCATED_OR_INVALID_HEADER", hourly, seen);
const novel = (segments: SignalCellFacts["segments"], acceptedNovelties: Segment[] = []) =>
  testSignal(cellFacts({ segments, acceptedNovelties }), RATE, now, null);

describe("values that were never there before", () => {
  it("are listed once they came in two hours, and only a note before", () => {
    const test = novel([known, reason("CT_MAP_INSERTION_FAILED"), reason("MISSED_TAIL_CALL", once)]);
    expect(test.novel).toEqual([{ segment: { label: "reason", value: "CT_MAP_INSERTION_FAILED" }, x: 24 }]);
    expect(test.notes.join()).toMatch(/MISSED_TAIL_CALL was seen for the first time/);
  });

  it("need no exposure of their own", () => {
    const bare = blocks(0, 25, () => ({ x: 1, exposure: null }));
    expect(novel([known, reason("CT_MAP_INSERTION_FAILED", bare)]).novel).toHaveLength(1);
  });

  it("are not listed when accepted, or expected by Cilium's own suite", () => {
    const accepted = [{ label: "reason", value: "CT_MAP_INSERTION_FAILED" }];
    expect(novel([known, reason("CT_MAP_INSERTION_FAILED")], accepted).novel).toEqual([]);
    expect(novel([known, reason("STALE_OR_UNROUTABLE_IP")]).novel).toEqual([]);
  });

  it("are not new when the other vocabulary knew them: the agent's words are Hubble's names", () => {
    const test = novel([reason("CT: Map insertion failed", hourly, seen), reason("CT_MAP_INSERTION_FAILED")]);
    expect(test.novel).toEqual([]);
    expect(test.notes.join()).toMatch(/vocabularies/);
  });

  it("are none where the label was not looked at before, or says where and not what", () => {
    expect(novel([reason("CT_MAP_INSERTION_FAILED")]).novel).toEqual([]);
    const node = { segment: { label: "node", value: "n1" }, candidate: hourly, baseline: none };
    expect(novel([known, node]).novel).toEqual([]);
  });
});
