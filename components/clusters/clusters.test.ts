import { describe, expect, it } from "vitest";
import { GATE_CATALOGUE } from "@/lib/domain/gates/catalogue/catalogue";
import type { NodeGroupDto } from "@/lib/domain/nodes/dto";
import type { Reason, Severity } from "@/lib/domain/readiness/reason";
import { deliveryWords, featureWords, kubernetesWords, meshWords } from "./cluster-words";
import { evidenceLabel, sourceLabel } from "./evidence-label";
import { kernelRows, nodesWords } from "./kernel-rows";
import { holdingShort, holdingWords } from "./reason-counts";
import { requiredChecks } from "./required-checks";

describe("what a cluster says of itself", () => {
  it("tells what is declared from what is assumed", () => {
    expect(featureWords({ features: ["ipv4", "l7-proxy"], featuresDeclared: false })).toBe("chart defaults");
    expect(featureWords({ features: ["ipv4", "ipv6"], featuresDeclared: true })).toBe("ipv4 and ipv6");
    expect(featureWords({ features: [], featuresDeclared: true })).toBe("none");
    expect(meshWords(null)).toBe("not declared");
    expect(meshWords([])).toBe("none");
    expect(meshWords(["istio-sidecar", "istio-ambient"])).toBe("istio-sidecar and istio-ambient");
  });

  it("leaves out what is not known", () => {
    expect(kubernetesWords({ kubernetesVersion: "1.33.2", provider: "AKS", region: "westeurope" })).toBe(
      "1.33.2, AKS westeurope",
    );
    expect(kubernetesWords({ kubernetesVersion: null, provider: null, region: "lab" })).toBe("lab");
    expect(kubernetesWords({ kubernetesVersion: null, provider: null, region: null })).toBe("not known");
  });

  it("never shows the reference of a secret", () => {
    const flux = { kind: "flux", kubeconfig: { ref: "secret-ref" }, namespace: "kube-system", name: "cilium" } as const;
    expect(deliveryWords(flux)).toBe("Flux HelmRelease kube-system/cilium");
    expect(deliveryWords({ kind: "record" })).toBe("by hand, recorded");
  });
});

it("counts what holds, in words", () => {
  const of = (severity: Severity): Reason => ({
    area: "kernel",
    code: "c",
    severity,
    subject: "s",
    summary: "",
    evidence: [],
  });
  expect(holdingWords([of("blocks"), of("blocks"), of("missing"), of("risk"), of("info")])).toBe(
    "2 block, 1 is missing, 1 is a risk",
  );
  expect(holdingShort([of("blocks"), of("missing"), of("missing"), of("risk")])).toBe("1 blocks, 2 missing, 1 risk");
  expect(holdingWords([of("info")])).toBe("");
});

it("counts the checks of a cluster by its tier and its mesh", () => {
  const cluster = { name: "c", tier: "canary", features: [], featuresDeclared: true } as const;
  const withoutMesh = requiredChecks(GATE_CATALOGUE, { ...cluster, mesh: [] });
  const notDeclared = requiredChecks(GATE_CATALOGUE, { ...cluster, mesh: null });
  expect(withoutMesh.mesh).toBe(0);
  expect(notDeclared.mesh).toBe(
    GATE_CATALOGUE.filter((gate) => gate.area === "mesh" && gate.requiredFor.includes("canary")).length,
  );
  expect(notDeclared.mesh).toBeGreaterThan(0);
  expect(requiredChecks([], { ...cluster, mesh: null })).toMatchObject({ kernel: 1, install: 0 });
});

describe("nodes by kernel", () => {
  function group(kernelRelease: string, nodes: number, more: Partial<NodeGroupDto> = {}): NodeGroupDto {
    return {
      id: `${kernelRelease} ${nodes}`,
      osImage: "Ubuntu 22.04.5 LTS",
      kernelRelease,
      machine: "x86_64",
      verdict: "compatible",
      nodes,
      clusters: [],
      findings: [],
      sentence: "",
      ...more,
    };
  }

  it("adds up what runs the same kernel and takes the worst of it", () => {
    const btf = {
      requirement: "btf",
      title: "No kernel BTF",
      severity: "blocks",
      outcome: "unmet",
      observed: "",
      needed: "",
      detail: "",
      source: "",
    } as const;
    const rows = kernelRows([
      group("6.8.0-1027-azure", 82),
      group("5.15.0-1089-azure", 30),
      group("5.15.0-1089-azure", 8, { verdict: "incompatible", findings: [btf], osImage: "Ubuntu 20.04.6 LTS" }),
    ]);
    expect(rows).toEqual([
      {
        kernel: "5.15.0-1089-azure",
        nodes: 38,
        verdict: "incompatible",
        title: "No kernel BTF",
        images: ["Ubuntu 22.04.5 LTS", "Ubuntu 20.04.6 LTS"],
      },
      { kernel: "6.8.0-1027-azure", nodes: 82, verdict: "compatible", title: null, images: ["Ubuntu 22.04.5 LTS"] },
    ]);
  });

  it("says how many there are and what is wrong with them", () => {
    expect(nodesWords({ compatible: 120, incompatible: 0, unknown: 0 })).toBe("120, all compatible");
    expect(nodesWords({ compatible: 82, incompatible: 38, unknown: 2 })).toBe("122, 38 incompatible, 2 unknown");
    expect(nodesWords({ compatible: 0, incompatible: 0, unknown: 0 })).toBe("none has reported");
  });
});

describe("links to evidence", () => {
  const now = new Date("2026-06-10T09:00:00Z");

  it("names a run by its time where it is known, else by the end of its id", () => {
    const evidence = { kind: "gate-run", id: "0197568f-0000-7000-8000-0000001a2b3c", href: "/x" } as const;
    expect(evidenceLabel(evidence, [], now)).toBe("Run 1a2b3c");
    expect(evidenceLabel({ ...evidence, kind: "gate", id: "nat-load" }, [], now)).toBe("Gate nat-load");
  });

  it("opens only what is an address of the web", () => {
    expect(sourceLabel("https://docs.cilium.io/en/v1.20/operations/system_requirements/")).toEqual({
      href: "https://docs.cilium.io/en/v1.20/operations/system_requirements/",
      label: "docs.cilium.io",
    });
    expect(sourceLabel("cilium-cli/junit.go @ v0.19.7").href).toBeNull();
    expect(sourceLabel("javascript:alert(1)").href).toBeNull();
  });
});
