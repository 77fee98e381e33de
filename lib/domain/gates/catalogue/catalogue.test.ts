import { describe, expect, it, test } from "vitest";
import { TIERS } from "../../clusters/cluster";
import { AREAS } from "../../readiness/area";
import { GateSchema } from "../gate";
import { GATE_CATALOGUE } from "./catalogue";

/** From cilium-cli v0.19.7 connectivity/builder and the test names that Cilium's own CI uses. */
const CONNECTIVITY_TESTS = new Set([
  "all-egress-deny",
  "all-ingress-deny",
  "check-log-errors",
  "client-egress",
  "client-egress-l7",
  "client-egress-l7-method",
  "client-egress-l7-named-port",
  "client-egress-tls-sni",
  "client-ingress",
  "cluster-entity",
  "dns-only",
  "echo-ingress",
  "echo-ingress-l7",
  "host-firewall-egress",
  "host-firewall-ingress",
  "no-interrupted-connections",
  "no-policies",
  "no-policies-extra",
  "no-unexpected-packet-drops",
  "north-south-loadbalancing",
  "to-cidr-external",
  "to-fqdns",
]);

const DISTURBS =
  /helm (install cilium oci|upgrade|rollback)|rollout restart|reboot|drain|force-deploy|fortio|k6|connectivity test/;

describe("the gate catalogue", () => {
  test.each(AREAS)("has at least three gates for %s", (area) => {
    expect(GATE_CATALOGUE.filter((gate) => gate.area === area).length).toBeGreaterThanOrEqual(3);
  });

  test.each(TIERS)("requires something of %s clusters in every area", (tier) => {
    const areas = GATE_CATALOGUE.filter((gate) => gate.requiredFor.includes(tier)).map((gate) => gate.area);
    expect(new Set(areas)).toEqual(new Set(AREAS));
  });

  test.each(GATE_CATALOGUE)("$id is a valid gate that says what it proves and with what", (gate) => {
    expect(GateSchema.parse(gate)).toEqual(gate);
    expect(gate.proves.length).toBeGreaterThan(60);
    expect(gate.tool.length).toBeGreaterThan(20);
    expect(gate.origin).toBe("catalogue");
  });

  it("gives every gate an id of its own", () => {
    expect(new Set(GATE_CATALOGUE.map((gate) => gate.id)).size).toBe(GATE_CATALOGUE.length);
  });

  it("asks more of gating clusters than of canaries, and more of those than of production", () => {
    const ids = TIERS.map((tier) =>
      GATE_CATALOGUE.filter((gate) => gate.requiredFor.includes(tier)).map(({ id }) => id),
    );
    const [gating = [], canary = [], production = []] = ids;
    expect(gating).toEqual(expect.arrayContaining(canary));
    expect(canary).toEqual(expect.arrayContaining(production));
    expect(gating.length).toBeGreaterThan(canary.length);
    expect(canary.length).toBeGreaterThan(production.length);
  });

  it("disturbs nothing on production clusters", () => {
    const production = GATE_CATALOGUE.filter((gate) => gate.requiredFor.includes("production"));
    expect(production.filter((gate) => DISTURBS.test(gate.tool)).map((gate) => gate.id)).toEqual([]);
  });

  it("names only connectivity tests that cilium-cli has", () => {
    const named = GATE_CATALOGUE.flatMap((gate) => [...gate.tool.matchAll(/--test '?([a-z0-9,-]+)/g)]).flatMap(
      (match) => match[1]?.split(",") ?? [],
    );
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((name) => !CONNECTIVITY_TESTS.has(name))).toEqual([]);
  });
});
