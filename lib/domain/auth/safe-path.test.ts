import { describe, expect, it } from "vitest";
import { safePath } from "./safe-path";

describe("safePath", () => {
  it.each(["/", "/clusters/edge-1?release=1.20.0-pre.3#nodes", "/settings/tokens", "/signing"])("keeps %s", (path) => {
    expect(safePath(path)).toBe(path);
  });

  it.each([
    [null],
    [undefined],
    [""],
    ["clusters"],
    ["https://evil.example/"],
    ["//evil.example"],
    ["///evil.example"],
    ["/\\evil.example"],
    ["/\t/evil.example"],
    ["/.//evil.example"],
    ["/a/..//evil.example"],
    ["javascript:alert(1)"],
    ["/sign-in?next=/"],
    ["/welcome?token=x"],
    ["/api/v1/tokens"],
    ["/./api/auth/sign-out"],
  ])("goes to the first page instead of %j", (path) => {
    expect(safePath(path)).toBe("/");
  });
});
