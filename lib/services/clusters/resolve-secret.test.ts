import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { resolveSecret } from "./resolve-secret";

const folder = mkdtempSync(join(tmpdir(), "waggle-secrets-"));
writeFileSync(join(folder, "thanos-token"), "from-file\n");
afterAll(() => rmSync(folder, { recursive: true }));

const of = { dir: join(folder), variables: { THANOS_TOKEN: "from-variable", MIMIR: "m" } };

describe("a reference to a secret", () => {
  it("is a file of the folder, else a variable", async () => {
    expect(await resolveSecret("thanos-token", of)).toBe("from-file");
    expect(await resolveSecret("thanos-token", { ...of, dir: undefined })).toBe("from-variable");
    expect(await resolveSecret("mimir", of)).toBe("m");
  });

  it.each(["../thanos-token", "/etc/passwd", ".", "..", "a/b", "", "unknown"])(
    "reaches nothing else: %j",
    async (ref) => {
      expect(await resolveSecret(ref, of)).toBeNull();
    },
  );
});
