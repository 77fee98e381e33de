import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { toolProblem } from "./problem";
import { step } from "./progress";
import { projectFolder } from "./project";
import { runNode } from "./run-node";
import { digestOfSources } from "./sources";

export const nextCommand = join(projectFolder, "node_modules", "next", "dist", "bin", "next");
const stampFile = join(projectFolder, ".next", "sources.sha256");

/** Runs a long script as a step. */
async function runStep(label: string, args: string[], env: NodeJS.ProcessEnv): Promise<void> {
  await step(label, async () => {
    const { ok, output } = await runNode(args, env);
    if (!ok) throw toolProblem(`${label} failed; its output is above.`, output);
  });
}

/** Generates the database client, if its schema has changed. */
export async function generateClient(): Promise<void> {
  const { ok, output } = await runNode(["prisma/generate.mjs", "--if-changed"]);
  if (!ok) throw toolProblem("The database client cannot be generated; see above.", output);
}

/** Generates the database client and builds the app, each only when what it is made from has changed. */
export async function buildApp(dataDir: string): Promise<void> {
  const env = { ...process.env, NODE_ENV: "production" as const, NEXT_TELEMETRY_DISABLED: "1" };
  await generateClient();
  const digest = await digestOfSources(projectFolder, dataDir);
  if ((await readFile(stampFile, "utf8").catch(() => "")) === digest) return;
  await rm(stampFile, { force: true });
  await runStep("Building the app", [nextCommand, "build"], env);
  await writeFile(stampFile, digest);
}
