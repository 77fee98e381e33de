import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { gateRule } from "./gate-rule";
import { lookAfter } from "./looks";
import { GATE_RULE_VERSION } from "./rule-version";
import { CLEAN_MARGIN, EXPECTED_FALSE_SHARE, GATE_THRESHOLDS, SIGNAL_THRESHOLDS } from "./thresholds";

const runs = (fail: number, n: number) => ({ fail, n, firstTryFail: Math.min(n, 2 * fail) });

/** What the rule says over a grid of tables. */
function rulings(): string {
  const tables = [4, 5, 10, 20, 30, 60].flatMap((n) =>
    [0, 1, 2, 3, 5, 9].filter((fail) => fail <= n).map((fail) => runs(fail, n)),
  );
  const stable = [runs(0, 10), runs(0, 30), runs(2, 60), runs(0, 200), runs(10, 200), runs(60, 200)];
  return JSON.stringify(
    stable.flatMap((baseline) =>
      tables.flatMap((candidate) =>
        [false, true].map((isOpen) => {
          const { state, isExtreme, runsNeeded } = gateRule({ candidate, baseline, margin: 0.1, isOpen });
          return [state, isExtreme, runsNeeded];
        }),
      ),
    ),
  );
}

it("stands for these verdicts: who changes one raises it", () => {
  const verdicts = createHash("sha256").update(rulings()).digest("hex").slice(0, 16);
  expect({ GATE_RULE_VERSION, verdicts }).toEqual({ GATE_RULE_VERSION: "gate/1", verdicts: "3d423b1b7d44811f" });
});

it("stands for these numbers: who changes one raises it", () => {
  const looks = [0, 5, 10, 20].map(lookAfter);
  const numbers = JSON.stringify([GATE_THRESHOLDS, CLEAN_MARGIN, EXPECTED_FALSE_SHARE, SIGNAL_THRESHOLDS, looks]);
  const rules = createHash("sha256").update(numbers).digest("hex").slice(0, 16);
  expect({ GATE_RULE_VERSION, rules }).toEqual({ GATE_RULE_VERSION: "gate/1", rules: "c4e09261ec94da8c" });
});
