import { expect, it } from "vitest";
import { missingPackages } from "./lockfile.mjs";

const lock = (packages: object) => JSON.stringify({ lockfileVersion: 3, packages });
const wanted = lock({
  "": { name: "waggle", version: "0.1.0" },
  "node_modules/next": { version: "16.4.6" },
  "node_modules/darwin-only": { version: "1.0.0", optional: true },
});

it("misses everything on a fresh clone", () => {
  expect(missingPackages(wanted, undefined)).toEqual(["node_modules/next"]);
});

it("misses nothing when npm recorded these versions", () => {
  expect(missingPackages(wanted, lock({ "node_modules/next": { version: "16.4.6" } }))).toEqual([]);
});

it("misses a package that was installed in another version, also an optional one", () => {
  const installed = { "node_modules/next": { version: "16.4.5" }, "node_modules/darwin-only": { version: "0.9.0" } };
  expect(missingPackages(wanted, lock(installed))).toEqual(["node_modules/next", "node_modules/darwin-only"]);
});
