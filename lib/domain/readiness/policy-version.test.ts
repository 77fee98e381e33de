import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { GATE_CATALOGUE } from "../gates/catalogue/catalogue";
import { NODE_RULES_VERSION } from "../nodes/judge-node";
import { GATE_RULE_VERSION } from "../regressions/rule-version";
import { SIGNAL_RULES_VERSION } from "../signals/signal-rules";
import { POLICY_VERSION } from "./policy-version";

it("stands for these gates and these rules: who changes one of them raises it", () => {
  const rules = GATE_CATALOGUE.map(({ proves: _proves, tool: _tool, ...rule }) => Object.entries(rule).sort());
  const gates = createHash("sha256").update(JSON.stringify(rules)).digest("hex").slice(0, 16);
  expect({
    POLICY_VERSION,
    gates,
    nodes: NODE_RULES_VERSION,
    cells: GATE_RULE_VERSION,
    signals: SIGNAL_RULES_VERSION,
  }).toEqual({
    POLICY_VERSION: "2",
    gates: "20e7fa3a902b9368",
    nodes: "nodes-1",
    cells: "gate/1",
    signals: "signals-1",
  });
});
