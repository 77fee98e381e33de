import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { api, routes } from "./routes";

describe("routes", () => {
  it("leaves absent and empty filters out of the address", () => {
    expect(routes.home()).toBe("/");
    expect(routes.home({ release: undefined, tier: [], q: "" })).toBe("/");
    expect(routes.nodes({ release: "1.20.0-pre.3", verdict: "incompatible" })).toBe(
      "/nodes?release=1.20.0-pre.3&verdict=incompatible",
    );
  });

  it("joins a list, and keeps what is zero", () => {
    expect(routes.home({ tier: ["gating", "canary"] })).toBe("/?tier=gating%2Ccanary");
    expect(api.readiness({ limit: 0 })).toBe("/api/v1/readiness?limit=0");
  });

  it("cannot be led out of its path by a name", () => {
    expect(routes.cluster("../settings?x=#y")).toBe("/clusters/..%2Fsettings%3Fx%3D%23y");
    expect(api.release("1.20.0-dev+build.7")).toBe("/api/v1/releases/1.20.0-dev%2Bbuild.7");
    expect(routes.signIn("/clusters?q=a&b=c")).toBe("/sign-in?next=%2Fclusters%3Fq%3Da%26b%3Dc");
  });
});

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const SOURCES = ["app", "components"].flatMap((folder) =>
  readdirSync(`${ROOT}/${folder}`, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".tsx"))
    .map((file) => `${folder}/${file}`),
);

/** A link or a navigation whose address was typed by hand. */
const TYPED_BY_HAND = /(?:href|action)\s*[=:]\s*\{?\s*["'`]\/|(?:push|replace|redirect|prefetch)\(\s*["'`]\//;

describe("addresses inside the product", () => {
  it("recognises one that was typed by hand", () => {
    const samples = ['<Link href="/nodes">', "<a href={`/gates`}>", "{ href: '/gates' }", 'redirect("/")'];
    for (const sample of samples) expect(sample).toMatch(TYPED_BY_HAND);
    for (const sample of ["<Link href={routes.nodes()}>", '<a href="#main">', '<a href="https://cilium.io/">']) {
      expect(sample).not.toMatch(TYPED_BY_HAND);
    }
  });

  it("are built by this file alone", () => {
    expect(SOURCES.length).toBeGreaterThan(30);
    const offenders = SOURCES.filter((file) => TYPED_BY_HAND.test(readFileSync(`${ROOT}/${file}`, "utf8")));
    expect(offenders).toEqual([]);
  });
});
