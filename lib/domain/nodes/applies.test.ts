import { describe, expect, it } from "vitest";
import { inRange, judgedVersion } from "./applies";

describe("inRange", () => {
  // Order of Cilium's versions, as Helm's library sorts them: dev < pre < rc < final.
  it.each([
    ["1.19.6", false],
    ["1.20.0-pre.0", false],
    ["1.20.0-pre.1", true],
    ["1.20.0-pre.3", true],
    ["1.20.0-pre.10", true],
    ["1.20.0-rc.0", true],
    ["1.20.0", true],
    ["1.20.0+build.7", true],
    ["1.21.0-pre.0", true],
  ])("%s is in >=1.20.0-pre.1: %s", (release, expected) => {
    expect(inRange(judgedVersion(release), ">=1.20.0-pre.1")).toBe(expected);
  });

  it.each([
    ["1.20.0-pre.3", true],
    ["1.20.0-pre.4", false],
    ["1.19.6", false],
  ])("%s is in >=1.20.0-pre.0 <1.20.0-pre.4: %s", (release, expected) => {
    expect(inRange(judgedVersion(release), ">=1.20.0-pre.0 <1.20.0-pre.4")).toBe(expected);
  });

  it("holds a development build to all that its release asks for", () => {
    expect(judgedVersion("1.20.0-dev")?.version).toBe("1.20.0");
    expect(judgedVersion("1.20.0-ci.5")?.version).toBe("1.20.0");
    expect(inRange(judgedVersion("1.20.0-dev"), ">=1.20.0-pre.1")).toBe(true);
    expect(inRange(judgedVersion("1.20.0-dev"), ">=1.20.2")).toBe(false);
  });

  it("has no range for what is no version", () => {
    expect(judgedVersion("latest")).toBeNull();
    expect(inRange(judgedVersion("latest"), ">=0.0.0-0")).toBe(false);
  });
});
