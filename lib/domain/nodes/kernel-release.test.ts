import { describe, expect, it } from "vitest";
import { isAtLeast, isRhel8Build, type KernelRelease, parseKernelRelease, seriesOf } from "./kernel-release";

function parsed(release: string): KernelRelease {
  const kernel = parseKernelRelease(release);
  if (kernel === null) throw new Error(`not read: ${release}`);
  return kernel;
}

describe("parseKernelRelease", () => {
  it.each([
    ["6.1.0-18-amd64", 6, 1, 0, null],
    ["5.15.0-1034-azure", 5, 15, 0, null],
    ["5.10.223-212.873.amzn2.x86_64", 5, 10, 223, null],
    ["6.6.30-talos", 6, 6, 30, null],
    ["6.12-rc3", 6, 12, 0, null],
    ["4.18.0-553.el8_10.x86_64", 4, 18, 0, { major: 8, build: 553 }],
    ["4.18.0-553.5.1.el8_10.x86_64", 4, 18, 0, { major: 8, build: 553 }],
    ["4.18.0-553.rt7.342.el8_10.x86_64", 4, 18, 0, { major: 8, build: 553 }],
    ["4.18.0-372.9.1.el8.x86_64", 4, 18, 0, { major: 8, build: 372 }],
    ["5.14.0-427.13.1.el9_4.aarch64", 5, 14, 0, { major: 9, build: 427 }],
    ["3.10.0-1160.el7.x86_64", 3, 10, 0, { major: 7, build: 1160 }],
    ["5.4.278-1.el8.elrepo.x86_64", 5, 4, 278, null],
    ["5.4.17-2136.330.7.1.el8uek.x86_64", 5, 4, 17, null],
  ])("reads %s", (release, major, minor, patch, rhel) => {
    expect(parseKernelRelease(release)).toEqual({ major, minor, patch, rhel });
  });

  it.each(["", "linux", "v6.1", "6"])("does not read %j", (release) => {
    expect(parseKernelRelease(release)).toBeNull();
  });

  it("takes a hostile release in no time", () => {
    const started = performance.now();
    parseKernelRelease(`4.18.0-1${".a1".repeat(60)}.el`);
    expect(performance.now() - started).toBeLessThan(50);
  });
});

describe("comparing kernels", () => {
  it.each([
    ["5.10.0", "5.10", true],
    ["5.9.16", "5.10", false],
    ["6.0.0", "5.19", true],
    ["4.19.56", "4.19.57", false],
    ["4.19.57", "4.19.57", true],
    ["10.0.1", "6.8", true],
  ])("%s at least %s: %s", (release, minimum, expected) => {
    expect(isAtLeast(parsed(release), minimum)).toBe(expected);
  });

  it.each([
    ["4.18.0-553.el8_10.x86_64", true],
    ["4.18.0-552.el8_9.x86_64", false],
    ["4.18.0-600.el9.x86_64", false],
    ["4.18.20", false],
  ])("%s is RHEL 8.10's kernel: %s", (release, expected) => {
    expect(isRhel8Build(parsed(release), 553)).toBe(expected);
  });

  it("names the series", () => {
    expect(seriesOf(parsed("6.12.20-cloud"))).toBe("6.12");
  });
});
