import { describe, expect, it } from "vitest";
import { signalById } from "./catalogue/catalogue";
import { afterHours, BASELINE_HOURS, blocks, cellFacts, LIMIT } from "./fixtures/signal-facts";
import { testSignal } from "./judge-signal";
import type { Signal } from "./signal";
import type { SignalBlock } from "./signal-block";

const DAY = afterHours(24);
const candidate = (of: Parameters<typeof blocks>[2], hours = 25) => blocks(0, hours, of);
const judge = (candidate: SignalBlock[], baseline: SignalBlock[], signal: Signal) =>
  testSignal(cellFacts({ total: { candidate, baseline } }), signal, DAY, null);
const catalogued = (id: string): Signal => {
  const signal = signalById(id);
  if (signal === undefined) throw new Error(`no signal ${id}`);
  return signal;
};

describe("limits", () => {
  const pressure = (of: (nth: number) => number) => candidate((nth) => ({ x: of(nth), exposure: null }));
  const calm = blocks(-BASELINE_HOURS, BASELINE_HOURS, () => ({ x: 0.3, exposure: null }));

  it("fail when two hours on end are beyond, not when one is", () => {
    expect(
      judge(
        pressure((nth) => (nth >= 20 && nth <= 21 ? 0.85 : 0.3)),
        calm,
        LIMIT,
      ).guardrail,
    ).toMatchObject({
      level: "fail",
      value: 0.85,
      limit: 0.8,
    });
    expect(
      judge(
        pressure((nth) => (nth === 20 ? 0.95 : 0.3)),
        calm,
        LIMIT,
      ).guardrail,
    ).toBeNull();
  });

  it("warn of a rise over the same hours, without any correction and without a baseline for the rest", () => {
    expect(
      judge(
        pressure(() => 0.42),
        calm,
        LIMIT,
      ),
    ).toMatchObject({ p: null, guardrail: { level: "warn", limit: 0.1 } });
    expect(
      judge(
        pressure(() => 0.85),
        [],
        LIMIT,
      ),
    ).toMatchObject({
      comparability: { state: "comparable" },
      guardrail: { level: "fail" },
    });
  });

  it("take the least value of an hour for the whole hour, as of controllers that fail all the time", () => {
    const failing = pressure((nth) => (nth === 20 ? 1 : 0));
    expect(judge(failing, calm, catalogued("controllers_failing")).guardrail?.level).toBe("fail");
    expect(judge(failing, calm, catalogued("unreachable_nodes")).guardrail).toBeNull();
  });

  it("do not take a map that was always reported as empty before for a rise", () => {
    const maps = catalogued("bpf_map_pressure");
    expect(
      judge(
        pressure(() => 0.5),
        calm,
        maps,
      ).guardrail,
    ).toBeNull();
    expect(
      judge(
        pressure(() => 0.5),
        calm,
        maps,
      ).comparability.knownChanges.join(),
    ).toMatch(/45791/);
    expect(
      judge(
        pressure(() => 0.95),
        calm,
        maps,
      ).guardrail?.level,
    ).toBe("fail");
  });
});
