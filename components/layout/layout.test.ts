import { describe, expect, it } from "vitest";
import { EVENT_KINDS, judgedAtOf, keysToInvalidate, reconnectDelayMs } from "./live-keys";
import { BOTTOM_BAR, crumbsOf, NAVIGATION, navItemOf } from "./navigation";
import { nextDensity, PREFERENCES_SCRIPT, preferenceOf } from "./preferences";
import { IDLE, pressKey, SHORTCUT_HELP } from "./shortcuts";

describe("live updates", () => {
  it("maps every kind of event to keys that start with a noun, each once", () => {
    for (const kind of EVENT_KINDS) expect(keysToInvalidate([kind]).length).toBeGreaterThan(0);
    expect(keysToInvalidate(["readiness"])).toEqual([["readiness"], ["clusters"]]);
    expect(keysToInvalidate(["ingest", "readiness", "ingest"])).toEqual([
      ["uploads"],
      ["gates"],
      ["nodes"],
      ["signals"],
      ["clusters"],
      ["audit"],
      ["readiness"],
    ]);
    expect(keysToInvalidate(["regression"])).toEqual([["regressions"], ["waivers"], ["signals"], ["readiness"]]);
    expect(keysToInvalidate([])).toEqual([]);
  });

  it("reads when the verdicts were computed, and survives what is no JSON", () => {
    expect(judgedAtOf('{"cluster":"a","computedAt":"2026-06-10T09:02:00Z"}')).toBe("2026-06-10T09:02:00Z");
    for (const data of ["", "null", "[]", '{"computedAt":7}', '{"at":"soon"}']) expect(judgedAtOf(data)).toBeNull();
  });

  it("waits longer each time, within bounds", () => {
    expect(reconnectDelayMs(0, 0)).toBe(500);
    expect(reconnectDelayMs(0, 1)).toBe(1_000);
    expect(reconnectDelayMs(3, 0.5)).toBe(6_000);
    expect(reconnectDelayMs(500, 1)).toBe(30_000);
  });
});

describe("navigation", () => {
  it("finds the page of a path", () => {
    expect(navItemOf("/")?.id).toBe("readiness");
    expect(navItemOf("/gates/runs/0197")?.id).toBe("gates");
    expect(navItemOf("/docs/api")?.id).toBe("api");
    expect(navItemOf("/clustersx")).toBeUndefined();
  });

  it("keeps the candidate on the way back", () => {
    expect(crumbsOf("/clusters/eu-prod-3", "1.20.0-pre.3")).toEqual([
      { label: "Clusters", href: "/clusters?release=1.20.0-pre.3" },
      { label: "eu-prod-3" },
    ]);
    expect(crumbsOf("/", undefined)).toEqual([{ label: "Readiness" }]);
    expect(crumbsOf("/gates/runs/019751d2-7a3f-7e10-9c41-5b2c8f00ab12", undefined).at(-1)).toEqual({
      label: "run 00ab12",
    });
    expect(crumbsOf("/regressions/019751d2-7a3f-7e10-9c41-5b2c8f00ab12", undefined)).toEqual([
      { label: "Regressions", href: "/regressions" },
    ]);
    expect(crumbsOf("/regressions/calibration", undefined).at(-1)).toEqual({ label: "Calibration" });
    expect(crumbsOf("/settings/people", undefined).at(-1)).toEqual({ label: "People" });
    expect(crumbsOf("/clusters/%E0%A4%A", undefined).at(-1)).toEqual({ label: "%E0%A4%A" });
  });

  it("has one key for each page, and four places in the bottom bar", () => {
    expect(new Set(NAVIGATION.map((item) => item.key)).size).toBe(NAVIGATION.length);
    expect(BOTTOM_BAR).toHaveLength(4);
  });
});

describe("shortcuts", () => {
  it("goes after g, and forgets g at any other key", () => {
    const leader = pressKey(IDLE, "g");
    expect(leader.act).toBeUndefined();
    expect(pressKey(leader.state, "c")).toEqual({ state: IDLE, act: { kind: "go", to: "clusters" } });
    expect(pressKey(leader.state, "x")).toEqual({ state: IDLE });
    expect(pressKey(leader.state, "?")).toEqual({ state: IDLE });
  });

  it("knows no key that is not its own", () => {
    expect(pressKey(IDLE, "d").act).toEqual({ kind: "density" });
    for (const key of ["toString", "constructor", "Enter", "a", "G"])
      expect(pressKey(IDLE, key)).toEqual({ state: IDLE });
  });

  it("explains every one of its keys", () => {
    const explained = SHORTCUT_HELP.flatMap((shortcut) => shortcut.keys);
    for (const key of ["?", "/", "d", "j", "k", ...NAVIGATION.map((item) => item.key)])
      expect(explained).toContain(key);
  });
});

describe("preferences", () => {
  it("falls back to the default for anything unknown", () => {
    expect(preferenceOf("density", "compact")).toBe("compact");
    expect(preferenceOf("density", "tiny")).toBe("standard");
    expect(preferenceOf("keys", undefined)).toBe("on");
  });

  it("steps through the densities and comes round", () => {
    expect(
      ["comfortable", "standard", "compact"].map((density) => nextDensity(preferenceOf("density", density))),
    ).toEqual(["standard", "compact", "comfortable"]);
  });

  it("restores what was chosen before the first paint", () => {
    const documentElement = { dataset: {} };
    const localStorage = { getItem: (name: string) => (name === "waggle.density" ? "compact" : null) };
    new Function("document", "localStorage", PREFERENCES_SCRIPT)({ documentElement }, localStorage);
    expect(documentElement.dataset).toEqual({ density: "compact" });
  });
});
