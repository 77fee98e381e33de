import { rmSync } from "node:fs";
import { mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkBoundaries } from "@/launch/boundaries";
import { findBrowser } from "@/launch/browser";
import { buildApp, nextCommand } from "@/launch/build";
import { freePort } from "@/launch/port";
import { explain, Problem } from "@/launch/problem";
import { projectFolder } from "@/launch/project";
import { runNode } from "@/launch/run-node";
import { type Outcome, playwrightOutcome, single, vitestOutcome } from "./outcome";

export interface Check {
  /** As `npm test -- --only=<id>` names it. */
  id: string;
  title: string;
  run(): Promise<Outcome>;
}

const tool = (...path: string[]) => join(projectFolder, "node_modules", ...path);

/** Tests must not depend on the settings of whoever runs them. */
const environment = (): NodeJS.ProcessEnv => {
  const ours = /^(DATABASE_URL|HOST|PORT|LOG_LEVEL|WAGGLE_(?!CHROMIUM).*)$/;
  const kept = Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.test(name)));
  // Their output is kept and printed later: colours only where it ends up in a terminal.
  const colour = process.stdout.isTTY ? { FORCE_COLOR: "1" } : { FORCE_COLOR: undefined, NO_COLOR: "1" };
  return { ...kept, ...colour, NODE_ENV: "test", NEXT_TELEMETRY_DISABLED: "1" };
};

async function runTool(...args: string[]): Promise<Outcome> {
  const { ok, output } = await runNode(args, environment());
  return single(ok, output);
}

/** Runs a test runner that writes its JSON report to the file it is given. */
async function runReporting(prepare: (reportFile: string) => { args: string[]; env: NodeJS.ProcessEnv }) {
  const folder = await mkdtemp(join(tmpdir(), "waggle-report-"));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  process.once("exit", remove);
  const reportFile = join(folder, "report.json");
  const { args, env } = prepare(reportFile);
  const { ok, output } = await runNode(args, env);
  const report = await readFile(reportFile, "utf8").catch(() => undefined);
  process.off("exit", remove);
  remove();
  return { ok, output, report };
}

const vitest = (project: string) => async (): Promise<Outcome> =>
  vitestOutcome(
    await runReporting((reportFile) => ({
      args: [
        tool("vitest", "vitest.mjs"),
        ...["run", "--project", project, "--allowOnly=false"],
        ...["--reporter=default", "--reporter=json", `--outputFile.json=${reportFile}`],
      ],
      env: environment(),
    })),
  );

async function types(): Promise<Outcome> {
  // Route types and the declarations for style sheets are generated, not committed.
  const generated = await runTool(nextCommand, "typegen");
  return generated.failed > 0 ? generated : runTool(tool("typescript", "bin", "tsc"), "--noEmit");
}

async function boundaries(): Promise<Outcome> {
  const { violations, unseen, seen } = await checkBoundaries(projectFolder);
  const lines = [...violations, ...unseen.map((file) => `not looked at: ${file}`)];
  return single(lines.length === 0 && seen > 0, lines.join("\n"));
}

async function build(): Promise<Outcome> {
  await buildApp(join(projectFolder, ".waggle"));
  return single(true, "");
}

async function browser(): Promise<Outcome> {
  const chromium = await findBrowser();
  const port = String(await freePort());
  const run = await runReporting((reportFile) => ({
    args: [tool("@playwright", "test", "cli.js"), "test", "--reporter=list,json", "--forbid-only"],
    env: {
      ...environment(),
      WAGGLE_CHROMIUM: chromium,
      WAGGLE_E2E_PORT: port,
      PLAYWRIGHT_JSON_OUTPUT_FILE: reportFile,
    },
  }));
  return playwrightOutcome(run);
}

/** In this order: what is quick and says most comes first. */
export const checks: Check[] = [
  { id: "types", title: "Types", run: types },
  { id: "lint", title: "Lint and format", run: () => runTool(tool("@biomejs", "biome", "bin", "biome"), "check", ".") },
  { id: "boundaries", title: "Import boundaries", run: boundaries },
  { id: "unit", title: "Unit tests", run: vitest("unit") },
  { id: "database", title: "Database tests", run: vitest("database") },
  { id: "build", title: "Build", run: build },
  { id: "browser", title: "Browser tests", run: browser },
];

/** Runs a check; one that cannot run at all has failed. */
export function outcomeOf(check: Check): Promise<Outcome> {
  return check.run().catch((error: unknown) => {
    const details = error instanceof Problem ? error.details : "";
    return single(false, `${details}${explain(error).join("\n")}`);
  });
}
