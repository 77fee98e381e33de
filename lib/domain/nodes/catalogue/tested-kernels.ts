import type { Requirement } from "../requirement";
import { RHEL_8_10_BUILD } from "./base";
import { SOURCES } from "./sources";

/**
 * What Cilium's CI runs on, which is not what its documentation allows: the end-to-end matrix and the verifier
 * workflow of 1.20 have these series and RHEL 8.10. Kernel 5.10 left CI with 1.20.0-pre.0 (commit a29612f9ae).
 */
const TESTED_SERIES = ["5.15", "6.1", "6.6", "6.12", "6.18"];
const FROM_1_20 = ">=1.20.0-0";

export const TESTED_KERNEL_REQUIREMENTS: readonly Requirement[] = [
  {
    id: "kernel-tested-floor",
    title: "Oldest kernel in Cilium's CI",
    versions: FROM_1_20,
    check: { kind: "kernel-at-least", version: "5.15", rhel8Build: RHEL_8_10_BUILD },
    severity: "risk",
    needed: "5.15 or newer, or RHEL 8.10",
    why: "Documented as supported from 5.10, but no test of Cilium 1.20 runs on a kernel older than 5.15 other than RHEL 8.10's.",
    source: SOURCES.no510Ci,
    problem: "Kernel below any in Cilium's CI",
  },
  {
    id: "kernel-tested-series",
    title: "Kernel series in Cilium's CI",
    versions: FROM_1_20,
    nodes: { kernelFrom: "5.15" },
    check: { kind: "kernel-series", series: TESTED_SERIES, rhel8Build: RHEL_8_10_BUILD },
    severity: "info",
    needed: `${TESTED_SERIES.join(", ")} or RHEL 8.10`,
    why: "Supported, but not a series that Cilium's CI runs on.",
    source: SOURCES.ciMatrix,
    problem: "Kernel series not in Cilium's CI",
  },
  {
    id: "tcx-kernel",
    title: "tcx",
    versions: ">=1.19.0-0",
    check: { kind: "kernel-at-least", version: "6.6" },
    severity: "info",
    needed: "6.6 or newer",
    why: "Below Linux 6.6 the agent attaches with tc instead of tcx, by itself.",
    source: SOURCES.chartValues,
    problem: "Kernel below 6.6 for tcx",
  },
];
