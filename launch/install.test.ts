import { expect, it } from "vitest";
import { reasonOf } from "./install.mjs";

it.each([
  [
    "npm error code ENOSPC\nnpm error syscall write\nnpm error nospc ENOSPC: no space left on device",
    "the disk is full",
  ],
  [
    "npm error code EACCES\nnpm error syscall mkdir\nnpm error path /x/node_modules",
    "no permission to write node_modules",
  ],
  [
    "npm error code ENOTFOUND\nnpm error network request to https://registry.npmjs.org/next failed",
    "cannot be reached",
  ],
  ["npm error code EUSAGE\nnpm error `npm ci` can only install packages when", "do not belong together"],
])("finds npm's reason in %j", (output, reason) => {
  expect(reasonOf(output)).toContain(reason);
});

it("falls back to npm's last line", () => {
  expect(reasonOf("npm error something\nnpm error something else\n")).toBe("npm error something else");
});
