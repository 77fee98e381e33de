import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { faviconAddress, RUN_COLOURS, runOf } from "./favicon";

const NONE = { ready: 0, review: 0, unproven: 0, blocked: 0 };

it("is red for one blocked cluster, teal only when every one is ready, else white", () => {
  expect(runOf({ ...NONE, ready: 499, blocked: 1 })).toBe("blocked");
  expect(runOf({ ...NONE, ready: 24 })).toBe("ready");
  expect(runOf({ ...NONE, ready: 23, unproven: 1 })).toBe("rest");
  expect(runOf({ ...NONE, ready: 23, review: 1 })).toBe("rest");
  expect(runOf(NONE)).toBe("rest");
});

it("takes its colours from the dark tokens, and its paths from the icon", () => {
  const css = readFileSync(new URL("../../app/globals.css", import.meta.url), "utf8");
  const dark = css.slice(css.indexOf(".dark {"));
  expect(dark).toContain(`--ready: ${RUN_COLOURS.ready};`);
  expect(dark).toContain(`--blocked: ${RUN_COLOURS.blocked};`);
  const icon = readFileSync(new URL("../../app/icon.svg", import.meta.url), "utf8");
  const drawn = decodeURIComponent(faviconAddress("blocked"));
  for (const [, path] of icon.matchAll(/ d="([^"]+)"/g)) expect(drawn).toContain(path);
});
