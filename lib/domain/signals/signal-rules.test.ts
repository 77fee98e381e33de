import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { SIGNALS } from "./catalogue/catalogue";
import { SIGNAL_RULES, SIGNAL_RULES_VERSION } from "./signal-rules";

it("stands for these numbers and these thresholds of signals: who changes either raises it", () => {
  const thresholds = SIGNALS.map(
    ({ title: _title, area: _area, explainBy: _explainBy, display: _display, reference: _reference, ...rule }) => rule,
  );
  const hash = createHash("sha256")
    .update(JSON.stringify([SIGNAL_RULES, thresholds]))
    .digest("hex")
    .slice(0, 16);
  expect({ SIGNAL_RULES_VERSION, hash }).toEqual({ SIGNAL_RULES_VERSION: "signals-1", hash: "aa4edaa4a8de3fa2" });
});
