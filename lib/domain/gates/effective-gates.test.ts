import { expect, it } from "vitest";
import { aGate } from "@/lib/testing/gate-facts";
import { GATE_CATALOGUE } from "./catalogue/catalogue";
import { effectiveGates } from "./effective-gates";

it("is the catalogue where nothing was defined", () => {
  expect(effectiveGates(GATE_CATALOGUE, [])).toEqual(GATE_CATALOGUE);
});

it("lets an operator's gate take the place of the catalogue's of the same id", () => {
  const mine = aGate({ id: "conntrack-soak", minRuns: 20 });
  const gates = effectiveGates(GATE_CATALOGUE, [mine]);
  expect(gates).toHaveLength(GATE_CATALOGUE.length);
  expect(gates.filter((gate) => gate.id === "conntrack-soak")).toEqual([mine]);
});

it("adds a new gate to its area", () => {
  const gates = effectiveGates(GATE_CATALOGUE, [aGate({ id: "our-dns", area: "kernel" })]);
  const kernel = gates.filter((gate) => gate.area === "kernel").map((gate) => gate.id);
  expect(kernel.at(-1)).toBe("our-dns");
  expect(gates.findIndex((gate) => gate.id === "our-dns")).toBeLessThan(
    gates.findIndex((gate) => gate.area === "dataplane"),
  );
});

it("moves a redefined gate to the area it is given", () => {
  const gates = effectiveGates(GATE_CATALOGUE, [aGate({ id: "l7-policy", area: "mesh" })]);
  expect(gates.find((gate) => gate.id === "l7-policy")?.area).toBe("mesh");
  expect(gates.map((gate) => gate.area)).toEqual(gates.map((gate) => gate.area).toSorted(byArea));
});

function byArea(a: string, b: string): number {
  const order = ["install", "kernel", "dataplane", "telemetry", "policy", "mesh"];
  return order.indexOf(a) - order.indexOf(b);
}
