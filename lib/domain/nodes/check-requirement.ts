import { evidenceFor } from "./config-evidence";
import { isAtLeast, isRhel8Build, parseKernelRelease, seriesOf } from "./kernel-release";
import type { Fact, NodeProfile } from "./node-profile";
import type { Check } from "./requirement";

export type Outcome = "met" | "unmet" | "unknown";
/** What a check found, and the words for it. */
export type Checked = { outcome: Outcome; observed: string };
type CheckOf<Kind extends Check["kind"]> = Extract<Check, { kind: Kind }>;

/** Judges one requirement on one node. */
export function checkRequirement(check: Check, profile: NodeProfile): Checked {
  switch (check.kind) {
    case "kernel-at-least":
      return kernelAtLeast(check, profile);
    case "kernel-series":
      return kernelSeries(check, profile);
    case "config-enabled":
      return configEnabled(check, profile);
    case "fact":
      return presence(profile[check.fact], check.absent);
    case "helpers":
      return helpersOf(check, profile);
    case "architecture":
      return { outcome: check.anyOf.includes(profile.machine) ? "met" : "unmet", observed: profile.machine };
  }
}

function kernelAtLeast(check: CheckOf<"kernel-at-least">, profile: NodeProfile): Checked {
  const observed = profile.kernelRelease;
  const kernel = parseKernelRelease(observed);
  if (kernel === null) return { outcome: "unknown", observed };
  if (isAtLeast(kernel, check.version)) return { outcome: "met", observed };
  if (check.rhel8Build !== undefined) {
    return { outcome: isRhel8Build(kernel, check.rhel8Build) ? "met" : "unmet", observed };
  }
  if (kernel.rhel === null) return { outcome: "unmet", observed };
  return { outcome: "unknown", observed: `${observed} with what Red Hat backported into it` };
}

function kernelSeries(check: CheckOf<"kernel-series">, profile: NodeProfile): Checked {
  const observed = profile.kernelRelease;
  const kernel = parseKernelRelease(observed);
  if (kernel === null) return { outcome: "unknown", observed };
  const tested = check.series.includes(seriesOf(kernel)) || isRhel8Build(kernel, check.rhel8Build);
  return { outcome: tested ? "met" : "unmet", observed };
}

function configEnabled(check: CheckOf<"config-enabled">, profile: NodeProfile): Checked {
  const value = profile.kernelConfig[check.option] ?? null;
  if (value === "y" || value === "m") return { outcome: "met", observed: value };
  const proof = evidenceFor(check.option, profile);
  if (proof !== null) return { outcome: "met", observed: proof };
  if (value === null) return { outcome: "unknown", observed: "not readable" };
  return { outcome: "unmet", observed: value === "n" ? "not set" : value };
}

/** Judged from lists that can be trusted; else a mainline kernel that is new enough has them all. */
function helpersOf(check: CheckOf<"helpers">, profile: NodeProfile): Checked {
  const lists = profile.helpers ?? {};
  const lacking = check.helpers.filter(({ helper, programTypes }) =>
    programTypes.some((type) => lists[type]?.includes(helper) === false),
  );
  if (lacking.length > 0) {
    return { outcome: "unmet", observed: `without ${lacking.map(({ helper }) => helper).join(", ")}` };
  }
  if (check.helpers.every(({ programTypes }) => programTypes.every((type) => lists[type] !== undefined))) {
    return { outcome: "met", observed: "listed by bpftool" };
  }
  const kernel = parseKernelRelease(profile.kernelRelease);
  const isNewEnough = kernel !== null && check.helpers.every(({ since }) => isAtLeast(kernel, since));
  return isNewEnough
    ? { outcome: "met", observed: `kernel ${profile.kernelRelease}` }
    : { outcome: "unknown", observed: "no helper list that can be trusted" };
}

function presence(fact: Fact, absent = "not present"): Checked {
  if (fact === null) return { outcome: "unknown", observed: "not reported" };
  return fact ? { outcome: "met", observed: "present" } : { outcome: "unmet", observed: absent };
}
