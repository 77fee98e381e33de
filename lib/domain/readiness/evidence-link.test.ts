import { expect, it } from "vitest";
import { gateEvidence, requirementEvidence } from "./evidence-link";

it("keeps what it is given inside its part of the address", () => {
  expect(requirementEvidence("a&b=c/d", "x.y").href).toBe("/nodes?cluster=x.y&requirement=a%26b%3Dc%2Fd");
  expect(gateEvidence("l7-policy", "eu-1").href).toBe("/gates/l7-policy?cluster=eu-1");
});
