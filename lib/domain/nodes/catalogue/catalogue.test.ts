import { createHash } from "node:crypto";
import semver from "semver";
import { describe, expect, it } from "vitest";
import { FEATURES } from "../../clusters/feature";
import { NODE_RULES_VERSION } from "../judge-node";
import { WATCHED_CONFIG_OPTIONS } from "./config-options";
import { REQUIREMENTS, requirementById } from "./requirements";
import { SOURCES } from "./sources";

describe("the catalogue", () => {
  it("has rows enough to be a catalogue", () => {
    expect(REQUIREMENTS.length).toBeGreaterThan(60);
  });

  it("gives every row an id of its own", () => {
    const ids = REQUIREMENTS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))).toEqual([]);
    expect(requirementById("btf")?.title).toBe("Kernel BTF");
    expect(requirementById("no-such-row")).toBeUndefined();
  });

  it("writes ranges with plain comparators only, in which pre-releases keep their order", () => {
    const ranges = REQUIREMENTS.flatMap(({ versions, notes = [] }) => [
      versions,
      ...notes.map((note) => note.versions),
    ]);
    for (const range of ranges) {
      expect(semver.validRange(range), range).not.toBeNull();
      for (const part of range.split(/ \|\| | /)) expect(part).toMatch(/^(>=|<=|>|<|=)\d+\.\d+\.\d+(-[a-z0-9.]+)?$/);
    }
  });

  it("gives every row a source that can be opened", () => {
    const urls = [...REQUIREMENTS.map(({ source }) => source.url), ...Object.values(SOURCES).map(({ url }) => url)];
    expect(urls.filter((url) => new URL(url).protocol !== "https:")).toEqual([]);
  });

  it("watches every option that a row asks for", () => {
    const asked = REQUIREMENTS.flatMap(({ check }) => (check.kind === "config-enabled" ? [check.option] : []));
    expect(asked.filter((option) => !WATCHED_CONFIG_OPTIONS.includes(option))).toEqual([]);
    expect(new Set(WATCHED_CONFIG_OPTIONS).size).toBe(WATCHED_CONFIG_OPTIONS.length);
  });

  it("keeps every feature known and every wording a sentence", () => {
    for (const { id, features = [], anyFeature = [], why, needed, problem } of REQUIREMENTS) {
      expect([...features, ...anyFeature].filter((feature) => !FEATURES.includes(feature))).toEqual([]);
      expect(why, id).toMatch(/^[A-Z0-9].*\.$/);
      expect(needed, id).not.toBe("");
      expect(problem, id).toMatch(/^[A-Z]/);
    }
  });

  // Stored verdicts are compared by the version of the rules that gave them.
  it("changes its version when a row changes", () => {
    const digest = createHash("sha256").update(JSON.stringify(REQUIREMENTS)).digest("hex").slice(0, 16);
    expect({ version: NODE_RULES_VERSION, digest }, "bump NODE_RULES_VERSION, then note the digest here").toEqual({
      version: "nodes-1",
      digest: "910901d831e4156b",
    });
  });
});
