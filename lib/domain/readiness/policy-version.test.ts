import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { GATE_CATALOGUE } from "../gates/catalogue/catalogue";
import { NODE_RULES_VERSION } from "../nodes/judge-node";
import { POLICY_VERSION } from "./policy-version";

it("stands for these gates and these node rules: who changes either raises it", () => {
  const rules = GATE_CATALOGUE.map(({ proves: _proves, tool: _tool, ...rule }) => Object.entries(rule).sort());
  const gates = createHash("sha256").update(JSON.stringify(rules)).digest("hex").slice(0, 16);
  expect({ POLICY_VERSION, gates, nodes: NODE_RULES_VERSION }).toEqual({
    POLICY_VERSION: "1",
    gates: "20e7fa3a902b9368",
    nodes: "nodes-1",
  });
});
