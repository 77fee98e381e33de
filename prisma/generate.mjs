// @ts-check
// Runs `prisma generate` without a download: the generator is WebAssembly, but the command line insists that a native
// schema engine exists and would fetch one. Pointing it to any executable (this Node) satisfies the check.
// With --if-changed it does nothing when the client was generated from these very schema files.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const schemaFolder = new URL("schema/", import.meta.url);
const stampFile = new URL("../lib/db/generated/schema.sha256", import.meta.url);
const cli = createRequire(import.meta.url).resolve("prisma/build/index.js");

const hash = createHash("sha256").update(readFileSync(new URL("../package.json", `file://${cli}`)));
for (const name of readdirSync(schemaFolder).sort()) hash.update(readFileSync(new URL(name, schemaFolder)));
const digest = hash.digest("hex");

const isCurrent = () => {
  try {
    return readFileSync(stampFile, "utf8") === digest;
  } catch {
    return false;
  }
};

if (!process.argv.includes("--if-changed") || !isCurrent()) {
  const { status } = spawnSync(process.execPath, [cli, "generate"], {
    cwd: fileURLToPath(new URL("..", import.meta.url)),
    stdio: "inherit",
    env: {
      ...process.env,
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      PRISMA_HIDE_UPDATE_MESSAGE: "1",
      CHECKPOINT_DISABLE: "1",
    },
  });
  if (status !== 0) process.exit(status ?? 1);
  writeFileSync(stampFile, digest);
}
