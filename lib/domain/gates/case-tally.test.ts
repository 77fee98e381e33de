import { describe, expect, it } from "vitest";
import { CaseTally } from "./case-tally";
import type { GateCaseFact } from "./gate-run";

const fact = (name: string, of: Partial<GateCaseFact> = {}): GateCaseFact => ({
  suite: "s",
  name,
  status: "passed",
  durationSeconds: 0.5,
  message: null,
  ...of,
});

function tallyOf(facts: readonly GateCaseFact[]): CaseTally {
  const tally = new CaseTally();
  for (const one of facts) tally.add(one);
  return tally;
}

describe("the tally of a run's cases", () => {
  it("counts by status and adds up the time", () => {
    const tally = tallyOf([
      fact("a"),
      fact("b", { status: "failed" }),
      fact("c", { status: "skipped", durationSeconds: null }),
    ]);
    expect(tally.counts).toEqual({ passed: 1, failed: 1, error: 0, skipped: 1, flaky: 0 });
    expect([tally.durationSeconds, tally.mayRepeat]).toEqual([1, false]);
  });

  it("sees a case that comes again, wherever it stands", () => {
    expect(tallyOf([fact("a"), fact("b"), fact("a")]).mayRepeat).toBe(true);
  });

  it("tells suite and name apart, also where their letters run together", () => {
    expect(
      tallyOf([fact("bc", { suite: "a" }), fact("c", { suite: "ab" }), fact("bc", { suite: null })]).mayRepeat,
    ).toBe(false);
  });

  it("takes no two of a hundred thousand names that differ in one digit for the same", () => {
    expect(tallyOf(Array.from({ length: 100_000 }, (_, index) => fact(`pod-to-pod-${index}`))).mayRepeat).toBe(false);
  });
});
