import { describe, expect, it, test } from "vitest";
import { channelOf, compareVersions, defaultBaseline, ReleaseVersionSchema } from "./version";

describe("compareVersions", () => {
  // The order in which Masterminds/semver v3, the library Helm uses, puts these versions.
  const HELM_ORDER = [
    "1.19.6",
    "1.20.0-dev",
    "1.20.0-pre.0",
    "1.20.0-pre.3",
    "1.20.0-pre.4",
    "1.20.0-pre.10",
    "1.20.0-rc.0",
    "1.20.0-rc.1",
    "1.20.0",
    "1.21.0-pre.0",
  ];

  it("orders as Helm does", () => {
    expect([...HELM_ORDER].reverse().sort(compareVersions)).toEqual(HELM_ORDER);
    expect([...HELM_ORDER].sort().sort(compareVersions)).toEqual(HELM_ORDER);
  });

  it("orders the tags without a dot wrongly, as semver and Helm do", () => {
    expect(compareVersions("1.13.0-rc10", "1.13.0-rc2")).toBeLessThan(0);
  });
});

test.each([
  ["1.20.0", "stable"],
  ["1.19.6", "stable"],
  ["1.20.0-rc.1", "rc"],
  ["1.13.0-rc4", "rc"],
  ["1.20.0-pre.3", "pre"],
  ["1.16.0-dev", "dev"],
  ["1.14.0-snapshot.2", "dev"],
  ["1.20.0-0", "dev"],
  ["1.20.0-rcx", "dev"],
  ["1.20.0+build.5", "stable"],
])("%s is on the channel %s", (version, channel) => {
  expect(channelOf(version)).toBe(channel);
});

describe("defaultBaseline", () => {
  const known = ["1.18.12", "1.19.0", "1.19.6", "1.19.10", "1.20.0-pre.2", "1.20.0-rc.0", "1.20.0", "1.21.0-pre.0"];

  it("is the newest stable version before the candidate", () => {
    expect(defaultBaseline("1.20.0-pre.3", known)).toBe("1.19.10");
    expect(defaultBaseline("1.20.0", known)).toBe("1.19.10");
    expect(defaultBaseline("1.21.0-pre.0", known)).toBe("1.20.0");
  });

  it("is nothing when no stable version is older", () => {
    expect(defaultBaseline("1.18.0-rc.0", known)).toBeNull();
    expect(defaultBaseline("1.20.0-pre.3", [])).toBeNull();
  });
});

describe("ReleaseVersionSchema", () => {
  test.each([
    ["v1.20.0-pre.3", "1.20.0-pre.3"],
    ["1.20.0-pre.3", "1.20.0-pre.3"],
    ["1.20.0+build.5", "1.20.0+build.5"],
  ])("takes %s as %s", (given, taken) => {
    expect(ReleaseVersionSchema.parse(given)).toBe(taken);
  });

  test.each(["1.20", "latest", "", "vv1.20.0", "1.20.0-", "01.20.0", " 1.20.0", ">=1.20.0", "1.20.0\n"])(
    "refuses %j",
    (given) => {
      expect(ReleaseVersionSchema.safeParse(given).success).toBe(false);
    },
  );
});
